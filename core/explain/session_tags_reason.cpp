#include <utility>

#include "core/explain/sentences.h"

namespace sts_playground {

Message then(Message first, Message second) {
  Message both(MessageId::sentences);
  both.parts.push_back(std::move(first));
  both.parts.push_back(std::move(second));
  return both;
}

std::optional<Message> demanded_because(const CallResult& result, const std::string& action) {
  for (const Demand& demand : result.demands) {
    if (demand.action != action || demand.reasons.empty()) continue;
    Message all = demand.reasons.front();
    for (std::size_t i = 1; i < demand.reasons.size(); ++i) all = then(std::move(all), demand.reasons[i]);
    return all;
  }
  return std::nullopt;
}

}  // namespace sts_playground
