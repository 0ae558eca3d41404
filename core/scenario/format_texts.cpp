#include "core/scenario/format_texts.h"

#include <cstddef>
#include <iterator>

namespace sts_playground::format {
namespace {

struct TextRow {
  std::string_view page;
  std::string_view english;
  std::string_view korean;
};

constexpr TextRow texts[] = {
#define STS_PLAYGROUND_FORMAT(id, page, english, korean) {page, english, korean},
#include "core/text/messages/format.inc"
#undef STS_PLAYGROUND_FORMAT
};

constexpr std::string_view objects[] = {"document",
                                        "localizedText",
                                        "organization",
                                        "centralizedRootAccess",
                                        "root",
                                        "unit",
                                        "attachment",
                                        "account",
                                        "group",
                                        "user",
                                        "role",
                                        "samlProvider",
                                        "oidcProvider",
                                        "resource",
                                        "workstation",
                                        "tokenFile",
                                        "step",
                                        "expect",
                                        "policyArn",
                                        "tag",
                                        "providedContext",
                                        "assertion",
                                        "vpcEndpoint"};
static_assert(std::size(objects) == static_cast<std::size_t>(Object::count_));

// In the order of the enumeration.
constexpr std::string_view sources[] = {"",
                                        "account",
                                        "attached",
                                        "call",
                                        "caller",
                                        "claim",
                                        "context-key",
                                        "context-value",
                                        "decision",
                                        "format",
                                        "group",
                                        "mfa",
                                        "oidc-host",
                                        "partition",
                                        "region",
                                        "root-feature",
                                        "token-version",
                                        "resource",
                                        "resource-arn",
                                        "role-arn",
                                        "policy-arn",
                                        "saml-arn",
                                        "saml-attribute",
                                        "service",
                                        "sts-operation",
                                        "tag",
                                        "workstation",
                                        "role-name",
                                        "user-name",
                                        "mfa-code",
                                        "action",
                                        "boundary",
                                        "identity",
                                        "managed",
                                        "rcp",
                                        "resource",
                                        "scp",
                                        "session",
                                        "trust",
                                        "disputed-fact",
                                        "disputed-side",
                                        "vpc-endpoint"};
static_assert(std::size(sources) == static_cast<std::size_t>(Source::count_));

}  // namespace

std::string_view object_name(Object object) { return objects[static_cast<std::size_t>(object)]; }
std::string_view source_name(Source source) { return sources[static_cast<std::size_t>(source)]; }

Text kind_text(Kind kind) {
  switch (kind) {
    case Kind::text:
    case Kind::object: return Text::kind_text;
    case Kind::localized: return Text::kind_localized;
    case Kind::instant: return Text::kind_instant;
    case Kind::instant_or_offset: return Text::kind_instant_or_offset;
    case Kind::boolean: return Text::kind_boolean;
    case Kind::integer: return Text::kind_integer;
    case Kind::policy: return Text::kind_policy;
    case Kind::policy_or_arn: return Text::kind_policy_or_arn;
    case Kind::parameters: return Text::kind_parameters;
    case Kind::scalar_or_null: return Text::kind_scalar_or_null;
    case Kind::scalar_or_texts: return Text::kind_scalar_or_texts;
    case Kind::json: return Text::kind_json;
  }
  return Text::kind_json;
}

std::string_view words(Text text, Language language) {
  const TextRow& row = texts[static_cast<std::size_t>(text)];
  return language == Language::korean ? row.korean : row.english;
}

std::string address(Text text) {
  const std::string_view page = texts[static_cast<std::size_t>(text)].page;
  return page.empty() ? "" : std::string("https://docs.aws.amazon.com/").append(page);
}

}  // namespace sts_playground::format
