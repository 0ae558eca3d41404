// Texts with 0xFF between them: no reader crashes, orders are antisymmetric and reflexive, and what is written reads back.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/values/arn.h"
#include "core/values/cidr.h"
#include "core/values/decimal.h"
#include "core/values/encoding.h"
#include "core/values/instant.h"
#include "tests/fuzz/exact_copy.h"

namespace {

using namespace sts_playground;

void require(bool holds) {
  if (!holds) std::abort();
}

bool lies_in(std::string_view part, std::string_view text) {
  return part.empty() || (part.data() >= text.data() && part.data() + part.size() <= text.data() + text.size());
}

void check_arn(std::string_view text) {
  if (const std::optional<Arn> arn = parse_arn(text)) {
    const std::size_t parts = arn->partition.size() + arn->service.size() + arn->region.size() + arn->account.size() + arn->resource.size();
    require(parts + 8 == text.size());  // "arn:" and four colons
    require(lies_in(arn->resource, text));
    is_partition(arn->partition);
    is_account_id(arn->account);
  }
  if (const std::optional<PrincipalArn> principal = parse_principal_arn(text)) {
    require(lies_in(principal->path, text) && lies_in(principal->name, text) && lies_in(principal->session, text));
    const bool named = principal->kind != PrincipalArnKind::other && principal->kind != PrincipalArnKind::root;
    require(named == !principal->name.empty());
  }
}

void check_numbers(std::string_view a, std::string_view b) {
  const std::optional<Decimal> x = parse_decimal(a);
  const std::optional<Decimal> y = parse_decimal(b);
  if (x) require(compare(*x, *x) == 0);
  if (x && y) require(compare(*x, *y) == -compare(*y, *x));
}

void check_instants(std::string_view a, std::string_view b) {
  const std::optional<Instant> x = parse_condition_instant(a);
  const std::optional<Instant> y = parse_condition_instant(b);
  if (x && y) require(compare(*x, *y) == -compare(*y, *x));
  if (x) {
    require(compare(*x, *x) == 0);
    require(x->nanoseconds >= 0 && x->nanoseconds < 1000000000);
    format_iso(x->seconds);
  }
  const std::optional<Instant> iso = parse_iso_instant(a);
  // A zone can move an instant out of the years that are read.
  if (iso && iso->seconds >= -62135596800 && iso->seconds <= 253402300799) {
    const std::optional<Instant> again = parse_iso_instant(format_iso(iso->seconds));
    require(again && again->seconds == iso->seconds);
  }
  if (const std::optional<std::int64_t> offset = parse_offset_seconds(a)) require(*offset >= 0);
}

void check_addresses(std::string_view a, std::string_view b) {
  const std::optional<Cidr> range = parse_cidr(a);
  if (range) {
    is_private(*range);
    require(!range->address.v6 || !range->host_bits);
    // The one exception: an IPv4-mapped address counts as IPv4, and is in no IPv6 range.
    const std::array<std::uint8_t, 16>& bytes = range->address.bytes;
    const bool mapped = range->address.v6 && bytes[10] == 0xFF && bytes[11] == 0xFF &&
                        std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t byte) { return byte == 0; });
    require(contains(*range, range->address) != mapped);
  }
  const std::optional<IpAddress> address = parse_ip_address(b);
  if (range && address) contains(*range, *address);
}

void check_encodings(std::string_view a) {
  const std::optional<std::string> bytes = decode_base64(a);
  if (bytes) require(encode_base64(*bytes) == a);
  require(decode_base64(encode_base64(a)) == std::string(a));
  require(hex(a).size() == 2 * a.size());
  require(totp(a, static_cast<std::int64_t>(a.size()) * 1000003).size() == 6);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::ExactCopy copy(data, size);
  std::string_view rest = copy.text();
  const fuzz::ExactCopy a(fuzz::take_field(rest));
  const fuzz::ExactCopy b(fuzz::take_field(rest));
  check_arn(a.text());
  check_numbers(a.text(), b.text());
  check_instants(a.text(), b.text());
  check_addresses(a.text(), b.text());
  check_encodings(a.text());
  return 0;
}
