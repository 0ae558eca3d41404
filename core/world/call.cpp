#include "core/world/call.h"

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

void fail(CallResult& result, CallError error, std::optional<Message> reason) {
  result.decision = error.code == "AccessDenied" ? Decision::deny : Decision::error;
  result.error = std::move(error);
  result.reason = std::move(reason);
}

CallResult refuse(CallError error, std::optional<Message> reason) {
  CallResult result;
  fail(result, std::move(error), std::move(reason));
  return result;
}

CallResult deny(std::string message, std::optional<Message> reason) {
  return refuse({"AccessDenied", 403, std::move(message)}, std::move(reason));
}

}  // namespace sts_playground
