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
  bool host_bits = false;  // true where the address (IPv4) has bits beyond the prefix: legal, but a sign of a slip
};

// What follows is recorded, where not said otherwise:
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/iam/condition_ip.json

// The address of a request. IPv4: four decimal numbers of one to three digits, leading zeros allowed. IPv6: RFC 4291 text in any letter
// case; one colon at the end is overlooked, a group that is missing at the start is 0, and ":::" is "::". The one address with a dotted
// part is ::ffff:a.b.c.d, and it counts, however it is spelled, as the IPv4 address. No zone index, no prefix.
std::optional<IpAddress> parse_ip_address(std::string_view text);
// The range of a policy: ADDRESS or ADDRESS/PREFIX; a bare address is /32 or /128. The prefix is decimal, with leading zeros and a plus
// where they are wanted. IPv4 may have bits beyond the prefix, which do not count; IPv6 may not, and has no dotted part. /0 is every
// address of the family.
std::optional<Cidr> parse_cidr(std::string_view text);
// Membership. An address is in ranges of its own family only; an IPv4-mapped one is IPv4, so that a mapped range holds nothing.
bool contains(const Cidr& range, const IpAddress& address);
// True for RFC 1918, loopback, link-local and unique-local ranges: never a public source address.
bool is_private(const Cidr& range);

}  // namespace sts_playground
