#include "core/scenario/expect.h"

#include <algorithm>
#include <utility>

#include "core/json/value.h"
#include "core/values/instant.h"

namespace sts_playground {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  json::write_string(out, text);
  return out;
}

std::string quoted_or_null(const std::optional<std::string>& text) { return text ? quoted(*text) : "null"; }

std::string list_text(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) out += (out.size() > 1 ? "," : "") + quoted(item);
  return out + "]";
}

std::string map_text(const std::map<std::string, std::string>& items) {
  std::string out = "{";
  for (const auto& [key, value] : items) out += (out.size() > 1 ? "," : "") + quoted(key) + ":" + quoted(value);
  return out + "}";
}

class Checker {
 public:
  explicit Checker(const StepResult& step) : step_(step) {}

  void check(std::string_view field, bool holds, std::string expected, std::string actual) {
    if (holds) {
      ++check_.passed;
    } else {
      check_.failures.push_back({step_.id, std::string(field), std::move(expected), std::move(actual)});
    }
  }
  void check_text(std::string_view field, const std::optional<std::string>& expected, const std::optional<std::string>& actual) {
    if (expected) check(field, actual && *expected == *actual, quoted(*expected), quoted_or_null(actual));
  }
  ExpectationCheck take() { return std::move(check_); }

 private:
  const StepResult& step_;
  ExpectationCheck check_;
};

void check_session(Checker& checker, const Expectation& expect, const Session* session) {
  const auto of_session = [&](const std::string& text) { return session ? std::optional(text) : std::nullopt; };
  if (expect.session)
    checker.check("session", *expect.session == (session != nullptr), *expect.session ? "true" : "false", session ? "true" : "false");
  if (expect.expires_at) {
    checker.check_text("expiresAt", format_iso(*expect.expires_at), of_session(session ? format_iso(session->expires_at) : ""));
  }
  if (expect.source_identity)
    checker.check_text("sourceIdentity", expect.source_identity, of_session(session ? session->source_identity : ""));
  checker.check_text("arn", expect.arn, of_session(session ? session->arn : ""));
  if (expect.session_tags) {
    // Tag keys compare with their letter case here: they are what the session keeps.
    std::map<std::string, std::string> actual;
    if (session) {
      for (const Tag& tag : session->effective_tags) actual[tag.key] = tag.value;
    }
    checker.check("sessionTags", session && actual == *expect.session_tags, map_text(*expect.session_tags),
                  session ? map_text(actual) : "null");
  }
  if (expect.transitive_tag_keys) {
    auto wanted = *expect.transitive_tag_keys;
    auto actual = session ? session->transitive_tag_keys : std::vector<std::string>();
    std::sort(wanted.begin(), wanted.end());
    std::sort(actual.begin(), actual.end());
    checker.check("transitiveTagKeys", session && wanted == actual, list_text(wanted), session ? list_text(actual) : "null");
  }
}

}  // namespace

ExpectationCheck check_expectation(const Expectation& expect, const StepResult& step, const World& world) {
  Checker checker(step);
  const CallResult& result = step.result;
  if (expect.decision) checker.check_text("decision", std::string(name_of(*expect.decision)), std::string(name_of(result.decision)));
  const auto code = result.refusal ? std::optional(result.refusal->error.code) : std::nullopt;
  const auto message = result.refusal ? std::optional(result.refusal->error.message) : std::nullopt;
  checker.check_text("errorCode", expect.error_code, code);
  checker.check_text("message", expect.message, message);
  if (expect.message_contains) {
    const bool holds = message && message->find(*expect.message_contains) != std::string::npos;
    checker.check("messageContains", holds, quoted(*expect.message_contains), quoted_or_null(message));
  }
  const SessionPtr session = result.session.empty() ? nullptr : world.session(result.session);
  check_session(checker, expect, session.get());
  if (expect.calls) {
    std::vector<std::string> actual;
    for (const StepResult& sub : step.sub_steps) actual.push_back(sub.call.operation);
    checker.check("calls", actual == *expect.calls, list_text(*expect.calls), list_text(actual));
  }
  return checker.take();
}

}  // namespace sts_playground
