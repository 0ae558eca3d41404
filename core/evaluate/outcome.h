// Three-valued logic (Kleene's): what is said of a request of which some keys may be unknown.
#pragma once

#include <cstdint>

namespace sts_playground {

// unknown: it depends on keys of which the request context does not say whether they are there and what they hold.
enum class Outcome : std::uint8_t { no_match, match, unknown };

constexpr Outcome outcome_of(bool matches) { return matches ? Outcome::match : Outcome::no_match; }
constexpr Outcome negation(Outcome a) { return a == Outcome::unknown ? a : outcome_of(a == Outcome::no_match); }
constexpr Outcome both(Outcome a, Outcome b) {
  if (a == Outcome::no_match || b == Outcome::no_match) return Outcome::no_match;
  return a == Outcome::match ? b : a;
}
constexpr Outcome either(Outcome a, Outcome b) { return negation(both(negation(a), negation(b))); }

}  // namespace sts_playground
