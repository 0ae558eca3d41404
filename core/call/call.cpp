#include "core/call/call.h"

#include <utility>

namespace sts_playground {

const std::string* CallParameters::string(std::string_view name) const {
  const auto found = strings.find(std::string(name));
  return found == strings.end() ? nullptr : &found->second;
}

std::optional<std::int64_t> CallParameters::integer(std::string_view name) const {
  const auto found = integers.find(std::string(name));
  return found == integers.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<std::string>* CallParameters::list(std::string_view name) const {
  const auto found = lists.find(std::string(name));
  return found == lists.end() ? nullptr : &found->second;
}

Refusal access_denied(std::string message, std::optional<Message> reason) {
  return {"AccessDenied", 403, std::move(message), std::move(reason)};
}

CallResult::CallResult(Refusal why)
    : decision(why.error.code == "AccessDenied" ? Decision::deny : Decision::error), refusal(std::move(why)) {
  if (refusal->evidence) evidence.push_back(*refusal->evidence);
}

CallResult refuse(CallResult& result, Refusal why) {
  CallResult refused(std::move(why));
  result.decision = refused.decision;
  result.refusal = std::move(refused.refusal);
  result.evidence.insert(result.evidence.end(), refused.evidence.begin(), refused.evidence.end());
  return std::move(result);
}

}  // namespace sts_playground
