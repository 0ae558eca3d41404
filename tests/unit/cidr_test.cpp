// IP addresses and ranges.
#include "core/values/cidr.h"

#include <string>

#include "tests/catch.h"

using namespace sts_playground;

namespace {

std::array<std::uint8_t, 16> bytes(std::string_view text) {
  CAPTURE(text);
  const std::optional<IpAddress> address = parse_ip_address(text);
  REQUIRE(address);
  return address->bytes;
}

bool in(std::string_view address, std::string_view range) {
  CAPTURE(address, range);
  const std::optional<IpAddress> parsed_address = parse_ip_address(address);
  const std::optional<Cidr> parsed_range = parse_cidr(range);
  REQUIRE(parsed_address);
  REQUIRE(parsed_range);
  return contains(*parsed_range, *parsed_address);
}

bool is_private_text(std::string_view range) {
  CAPTURE(range);
  const std::optional<Cidr> parsed = parse_cidr(range);
  REQUIRE(parsed);
  return is_private(*parsed);
}

}  // namespace

TEST_CASE("dotted quads", "[cidr]") {
  CHECK(bytes("203.0.113.7") == std::array<std::uint8_t, 16>{203, 0, 113, 7});
  CHECK(bytes("255.255.255.255") == std::array<std::uint8_t, 16>{255, 255, 255, 255});
  CHECK_FALSE(parse_ip_address("0.0.0.0")->v6);
  for (const std::string_view text : {"", "1", "1.2.3", "1.2.3.", ".1.2.3", "1.2.3.4.", "1.2.3.4.5", "256.1.1.1", "1.2.3.0004", "1.2.3.+4",
                                      "1.2.3.1000", "1..2.3", "a.b.c.d", "1.2.3.4 ", "+1.2.3.4", "0x1.2.3.4", "16909060"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ip_address(text));
  }
  CHECK(bytes("192.000.002.001") == bytes("192.0.2.1"));  // decimal, not octal
  CHECK(bytes("010.0.0.1") == bytes("10.0.0.1"));
}

TEST_CASE("the text forms of RFC 4291", "[cidr]") {
  // https://www.rfc-editor.org/rfc/rfc4291#section-2.2: each pair is the same address.
  CHECK(bytes("2001:DB8:0:0:8:800:200C:417A") == bytes("2001:DB8::8:800:200C:417A"));
  CHECK(bytes("FF01:0:0:0:0:0:0:101") == bytes("FF01::101"));
  CHECK(bytes("0:0:0:0:0:0:0:1") == bytes("::1"));
  CHECK(bytes("0:0:0:0:0:0:0:0") == bytes("::"));
  CHECK(bytes("0:0:0:0:0:FFFF:129.144.52.38") == bytes("129.144.52.38"));
  CHECK(bytes("ABCD:EF01:2345:6789:ABCD:EF01:2345:6789") == bytes("abcd:ef01:2345:6789:abcd:ef01:2345:6789"));
  CHECK(bytes("2001:db8::8:800:200c:417a") ==
        std::array<std::uint8_t, 16>{0x20, 0x01, 0x0D, 0xB8, 0, 0, 0, 0, 0, 8, 8, 0, 0x20, 0x0C, 0x41, 0x7A});
  CHECK(bytes("1:2:3:4:5:6:7::") == bytes("1:2:3:4:5:6:7:0"));
  CHECK(bytes("::2:3:4:5:6:7:8") == bytes("0:2:3:4:5:6:7:8"));
  CHECK(bytes("1::") == bytes("1:0:0:0:0:0:0:0"));
  CHECK(parse_ip_address("::")->v6);
}

TEST_CASE("what is no IPv6 address", "[cidr]") {
  for (const std::string_view text : {":",
                                      "2001:db8::::1",
                                      "::13.1.68.3",
                                      "64:ff9b::192.0.2.33",
                                      "::ffff:::192.0.2.1",
                                      "2001::db8:::1",
                                      "1:2:3:4:5:6:7",
                                      "1:2:3:4:5:6:7:8:9",
                                      "1:2:3:4:5:6:7:8::",
                                      "::1:2:3:4:5:6:7:8",
                                      "1::2::3",
                                      "12345::",
                                      "g::",
                                      ":1",
                                      "1:",
                                      "1:2:3:4:5:6:7:",
                                      ":1:2:3:4:5:6:7:8",
                                      "::1.2.3",
                                      "::1.2.3.256",
                                      "1.2.3.4::",
                                      "1.2.3.4:5::",
                                      "::1.2.3.4:5",
                                      "1:2:3:4:5:6:7:1.2.3.4",
                                      "1:2:3:4:5:1.2.3.4",
                                      "fe80::1%eth0",
                                      "[::1]",
                                      "::1 ",
                                      "::-1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_ip_address(text));
  }
}

TEST_CASE("spellings of IPv6 addresses that are forgiven", "[cidr]") {
  // Recorded: condition_ip.json of https://github.com/radkawar/stackd
  CHECK(bytes("2001:db8:::1") == bytes("2001:db8::1"));
  CHECK(bytes("2001:db8::1:") == bytes("2001:db8::1"));
  CHECK(bytes("2001:db8:0:0:0:0:0:1:") == bytes("2001:db8::1"));
  CHECK(bytes(":2001:db8::1") == bytes("0:2001:db8::1"));
  CHECK(bytes(":1:2:3:4:5:6:7") == bytes("0:1:2:3:4:5:6:7"));
  CHECK(bytes(":::") == bytes("::"));
  CHECK(in("2001:db8::1", "2001:db8:::1/128"));
  CHECK(in("2001:db8::1", "2001:db8::1:/128"));
}

TEST_CASE("ranges", "[cidr]") {
  CHECK(parse_cidr("203.0.113.0/24")->prefix == 24);
  CHECK(parse_cidr("203.0.113.7")->prefix == 32);
  CHECK(parse_cidr("2001:db8::1")->prefix == 128);
  CHECK(parse_cidr("2001:DB8:1234:5678::/64")->prefix == 64);
  CHECK_FALSE(parse_cidr("203.0.113.0/24")->host_bits);
  CHECK(parse_cidr("203.0.113.7/24")->host_bits);
  CHECK(parse_cidr("203.0.113.128/24")->host_bits);
  CHECK_FALSE(parse_cidr("203.0.113.128/25")->host_bits);
  CHECK(parse_cidr("1.0.0.0/0")->host_bits);
  CHECK_FALSE(parse_cidr("2001:db8::1/64"));  // IPv6 ranges have no host bits: recorded, as the spellings of prefixes
  CHECK_FALSE(parse_cidr("2001:db8::5/127"));
  CHECK_FALSE(parse_cidr("2001:db8::1/0"));
  CHECK(parse_cidr("2001:DB8::/064")->prefix == 64);
  CHECK(parse_cidr("192.0.2.0/+24")->prefix == 24);
  CHECK(parse_cidr("192.0.2.0/024")->prefix == 24);
  CHECK(parse_cidr("192.000.002.0/24")->prefix == 24);
  CHECK_FALSE(parse_cidr("2001:db8::/127")->host_bits);
  for (const std::string_view text :
       {"", "/", "/24", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/++8", "1.2.3.4/+", "1.2.3.4/8/8", "::ffff:192.0.2.0/120",
        "2001:db8::192.0.2.0/120", "::ffff:1.2.3.4", "1.2.3.4/255.0.0.0", "1.2.3/8", "::/129", "::/", "1.2.3.4/ 8", "*", "1.2.3.*"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_cidr(text));
  }
}

TEST_CASE("membership", "[cidr]") {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
  CHECK(in("203.0.113.0", "203.0.113.0/24"));
  CHECK(in("203.0.113.255", "203.0.113.0/24"));
  CHECK_FALSE(in("203.0.112.255", "203.0.113.0/24"));
  CHECK_FALSE(in("203.0.114.0", "203.0.113.0/24"));
  CHECK(in("203.0.113.200", "203.0.113.7/24"));  // bits beyond the prefix do not count
  CHECK(in("203.0.113.7", "203.0.113.7"));
  CHECK_FALSE(in("203.0.113.6", "203.0.113.7"));
  CHECK(in("10.127.255.255", "10.0.0.0/9"));
  CHECK_FALSE(in("10.128.0.0", "10.0.0.0/9"));
  CHECK(in("2001:db8:1234:5678:ffff::1", "2001:DB8:1234:5678::/64"));
  CHECK_FALSE(in("2001:db8:1234:5679::", "2001:DB8:1234:5678::/64"));
  CHECK(in("255.1.2.3", "0.0.0.0/0"));
  CHECK(in("2001:db8::", "::/0"));
}

TEST_CASE("the families are apart, but for addresses that map IPv4", "[cidr]") {
  CHECK_FALSE(in("1.2.3.4", "::/0"));
  CHECK_FALSE(in("::1", "0.0.0.0/0"));
  CHECK(in("::ffff:203.0.113.7", "203.0.113.0/24"));
  CHECK(in("::ffff:cb00:7107", "203.0.113.7"));
  // A range that maps IPv4 holds nothing.
  CHECK_FALSE(in("203.0.113.7", "::ffff:cb00:7100/120"));
  CHECK_FALSE(in("::ffff:203.0.113.7", "::ffff:cb00:7100/120"));
  CHECK_FALSE(in("::ffff:203.0.113.7", "::/0"));
}

TEST_CASE("ranges that are never a public address", "[cidr]") {
  for (const std::string_view range :
       {"10.0.0.0/8", "10.20.30.40", "172.16.0.0/12", "172.31.255.255", "192.168.0.0/16", "192.168.1.0/24", "127.0.0.1", "169.254.169.254",
        "::1", "fe80::/10", "fe80::/64", "fc00::/7", "fd12:3456::/48", "::ffff:a00:1"}) {
    CHECK(is_private_text(range));
  }
  for (const std::string_view range : {"10.0.0.0/7", "172.32.0.0/16", "172.16.0.0/11", "192.169.0.0/16", "0.0.0.0/0", "203.0.113.0/24",
                                       "8.8.8.8", "::/0", "2001:db8::/32", "::ffff:808:808", "fec0::1"}) {
    CHECK_FALSE(is_private_text(range));
  }
}
