// A refused call: what AWS answers, and why in plain words. The one shape in which checks and operations say no.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "core/catalog/aws_errors.h"
#include "core/catalog/evidence.h"
#include "core/text/message.h"

namespace sts_playground {

// An answer of AWS that is no success.
struct CallError {
  std::string code;
  int http_status = 400;
  std::string message;
};

// A session that would have lasted longer than it may, in seconds: what was asked for, and the longest that would have been given.
struct RefusedDuration {
  std::int64_t asked = 0;
  std::int64_t longest = 0;
};

struct Refusal {
  CallError error;
  std::optional<Message> reason;            // why, where no authorisation decided
  std::optional<RefusedDuration> duration;  // where that is why
  std::optional<EvidenceRule> evidence;     // what the refusal rests on, where it is not plainly documented

  Refusal(std::string code, int http_status, std::string message, std::optional<Message> why = std::nullopt)
      : error{std::move(code), http_status, std::move(message)}, reason(std::move(why)) {}
  // A text of core/catalog/aws_errors.h.
  explicit Refusal(const aws_errors::Text& text, std::optional<Message> why = std::nullopt)
      : Refusal(std::string(text.code), text.http_status, std::string(text.message), std::move(why)) {}

  Refusal resting_on(EvidenceRule rule) && {
    evidence = rule;
    return std::move(*this);
  }
};

// AccessDenied with a text of its own.
Refusal access_denied(std::string message, std::optional<Message> reason = std::nullopt);

// What a check found, or why the call is refused.
template <typename T>
class Checked {
 public:
  Checked(T value) : held_(std::move(value)) {}
  Checked(Refusal refusal) : held_(std::move(refusal)) {}

  bool refused() const { return std::holds_alternative<Refusal>(held_); }
  Refusal& refusal() { return *std::get_if<Refusal>(&held_); }
  T& operator*() { return *std::get_if<T>(&held_); }
  T* operator->() { return std::get_if<T>(&held_); }

 private:
  std::variant<T, Refusal> held_;
};

}  // namespace sts_playground
