// IP addresses and CIDR ranges (IPv4, IPv6).
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sts_playground {

struct IpAddress {
  bool v6 = false;
  std::array<std::uint8_t, 16> bytes{};  // IPv4 uses the first four
};

struct Cidr {
  IpAddress address;
  int prefix = 0;          // bits
  bool host_bits = false;  // true where the address has bits beyond the prefix: legal, but a sign of a slip
};

// Dotted quad without leading zeros, or RFC 4291 text in any letter case (with "::" and an embedded IPv4 tail). No zone index.
std::optional<IpAddress> parse_ip_address(std::string_view text);
// ADDRESS or ADDRESS/PREFIX; a bare address is /32 or /128. Bits beyond the prefix are ignored in comparison. /0 is every address
// of the family.
std::optional<Cidr> parse_cidr(std::string_view text);
// Membership; an IPv4 address is in no IPv6 range and the other way round, except that an IPv4-mapped IPv6 address (::ffff:a.b.c.d)
// counts as the IPv4 address.
bool contains(const Cidr& range, const IpAddress& address);
// True for RFC 1918, loopback, link-local and unique-local ranges: never a public source address.
bool is_private(const Cidr& range);

}  // namespace sts_playground
