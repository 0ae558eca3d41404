// Facts about AWS of which the evidence contradicts itself: both sides, which one is taken unless the scenario says otherwise, and where
// to read about it. A rule that needs such a fact asks for it, so that a verdict that rests on it can say so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/text/message.h"

namespace sts_playground {

// What the documentation says, or its newest text; and what was observed, or the older or other text.
enum class DisputeSide : std::uint8_t { documented, observed };
// As scenarios and reports write it.
constexpr std::string_view name_of(DisputeSide side) { return side == DisputeSide::documented ? "documented" : "observed"; }
constexpr DisputeSide other(DisputeSide side) { return side == DisputeSide::documented ? DisputeSide::observed : DisputeSide::documented; }

enum class Dispute : std::uint8_t {
  inherited_resource_tag,
  wildcard_with_principal_arn,
  chaining_cap_of_users,
  switch_role_hour,
  mfa_after_assume_role
};
inline constexpr std::size_t dispute_count = 5;

struct DisputeRow {
  Dispute dispute;
  std::string_view id;  // "C-15", as a scenario's `disputed` names it
  DisputeSide usual;    // what is taken unless the scenario says otherwise
  MessageId question;
  MessageId documented;
  MessageId observed;
  std::string_view documentation;  // the address of the documented side
  std::string_view evidence;       // the address of the other side
};
std::span<const DisputeRow> disputes();
const DisputeRow& dispute_row(Dispute dispute);
// Null where there is none.
const DisputeRow* find_dispute(std::string_view id);

// Which disputed facts were asked for.
class DisputeSet {
 public:
  void add(Dispute dispute) { bits_ |= bit(dispute); }
  void add(DisputeSet others) { bits_ |= others.bits_; }
  void remove(Dispute dispute) { bits_ &= ~bit(dispute); }
  bool has(Dispute dispute) const { return (bits_ & bit(dispute)) != 0; }
  bool empty() const { return bits_ == 0; }

 private:
  static std::uint32_t bit(Dispute dispute) { return std::uint32_t{1} << static_cast<unsigned>(dispute); }
  std::uint32_t bits_ = 0;
};

// Which side a scenario takes of each.
class DisputeChoice {
 public:
  DisputeSide side(Dispute dispute) const { return turned_.has(dispute) ? other(dispute_row(dispute).usual) : dispute_row(dispute).usual; }
  bool observed(Dispute dispute) const { return side(dispute) == DisputeSide::observed; }
  void take(Dispute dispute, DisputeSide side);

 private:
  DisputeSet turned_;  // those of which the other side than usual is taken
};

}  // namespace sts_playground
