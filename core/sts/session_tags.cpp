#include "core/sts/session_tags.h"

#include "core/text/ascii.h"

namespace sts_playground::sts {
namespace {

bool has_key(const std::vector<Tag>& tags, std::string_view key) {
  for (const Tag& tag : tags) {
    if (equals_ignoring_case(tag.key, key)) return true;
  }
  return false;
}

bool has_duplicates(const std::vector<Tag>& tags) {
  for (std::size_t i = 0; i < tags.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (equals_ignoring_case(tags[i].key, tags[j].key)) return true;
    }
  }
  return false;
}

}  // namespace

Tags inherited_tags(const Call& call) {
  Tags inherited;
  if (!call.session || call.session->kind != SessionKind::role_session) return inherited;
  for (const std::string& key : call.session->transitive_tag_keys) {
    if (const Tag* tag = call.session->tags.find(key)) inherited.set(tag->key, tag->value);
  }
  return inherited;
}

std::optional<Refusal> check_duplicate_tags(const std::vector<Tag>& tags) {
  if (has_duplicates(tags)) return Refusal(aws_errors::duplicate_tag);
  return std::nullopt;
}

std::optional<Refusal> check_tags(const std::vector<Tag>& passed, const std::vector<std::string>& transitive_keys, const Tags& inherited) {
  // Keys that begin with "aws:" are reserved, in any letter case: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html. The code
  // is inferred from the other tag errors.
  for (const Tag& tag : passed) {
    if (starts_with_ignoring_case(tag.key, "aws:")) {
      return Refusal("InvalidParameterValue", 400, "Tag keys beginning with aws: are reserved for system use. Key: " + tag.key)
          .resting_on(EvidenceRule::reserved_tag_keys);
    }
  }
  if (auto refusal = check_duplicate_tags(passed)) return refusal;
  for (const std::string& key : transitive_keys) {
    if (!has_key(passed, key)) return Refusal(aws_errors::transitive_not_a_tag);
  }
  for (const Tag& tag : passed) {
    if (inherited.find(tag.key)) return Refusal(aws_errors::transitive_collision);
  }
  return std::nullopt;
}

}  // namespace sts_playground::sts
