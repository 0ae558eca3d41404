#include "core/api/request.h"

#include "core/json/parse.h"

namespace sts_playground {
namespace {

// A request holds a scenario as one string. A longer one than is read must still arrive, so that the report can say so.
constexpr json::Limits request_limits{0xFFFFFFFF, 8, 200'000};

}  // namespace

json::Value parse_request(const std::string& request) {
  return json::parse(SourceText(request), request_limits).value.value_or(json::Value());
}

std::string text_field(const json::Value& request, std::string_view name, std::string_view fallback) {
  const json::Value* found = request.find(name);
  return found && found->is(json::Kind::string) ? found->text : std::string(fallback);
}

}  // namespace sts_playground
