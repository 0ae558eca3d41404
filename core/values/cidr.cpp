#include "core/values/cidr.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

constexpr int v4_bits = 32;
constexpr int v6_bits = 128;
constexpr int mapped_bits = 96;  // of ::ffff:0:0/96

// A decimal number of at most three digits, up to `most`; -1 for other text.
int small_number(std::string_view text, int most) {
  if (text.empty() || text.size() > 3) return -1;
  int value = 0;
  for (const char c : text) {
    if (!is_ascii_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value <= most ? value : -1;
}

bool read_dotted_quad(std::string_view text, std::uint8_t* bytes) {
  for (int i = 0; i < 4; ++i) {
    const std::size_t dot = text.find('.');
    if ((dot == std::string_view::npos) != (i == 3)) return false;
    const int value = small_number(text.substr(0, dot), 255);
    if (value < 0) return false;
    bytes[i] = static_cast<std::uint8_t>(value);
    text.remove_prefix(dot == std::string_view::npos ? text.size() : dot + 1);
  }
  return true;
}

// One to four hexadecimal digits; -1 for other text.
int hex_group(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (const char c : text) {
    const char lower = ascii_lower(c);
    const bool letter = lower >= 'a' && lower <= 'f';
    if (!letter && !is_ascii_digit(c)) return -1;
    value = value * 16 + (letter ? lower - 'a' + 10 : c - '0');
  }
  return value;
}

// Bytes of one side of a "::": groups with single colons between them, a dotted quad perhaps at the end of the text.
struct Side {
  std::array<std::uint8_t, 16> bytes{};
  std::size_t size = 0;
};

std::optional<Side> read_side(std::string_view text, bool may_end_in_quad) {
  Side side;
  if (text.empty()) return side;
  while (true) {
    const std::size_t colon = text.find(':');
    const std::string_view group = text.substr(0, colon);
    const bool last = colon == std::string_view::npos;
    const int value = hex_group(group);
    if (value >= 0 && side.size + 2 <= side.bytes.size()) {
      side.bytes[side.size++] = static_cast<std::uint8_t>(value >> 8);
      side.bytes[side.size++] = static_cast<std::uint8_t>(value & 0xFF);
    } else if (last && may_end_in_quad && side.size + 4 <= side.bytes.size() && read_dotted_quad(group, &side.bytes[side.size])) {
      side.size += 4;
    } else {
      return std::nullopt;
    }
    if (last) return side;
    text.remove_prefix(colon + 1);
  }
}

// The text with the spellings that IAM forgives put right: a colon too many at the end or beside "::", a first group that is missing.
// ":" alone is no address: inferred.
std::string forgiven(std::string_view text) {
  std::string out(text);
  const std::size_t three = out.find(":::");
  if (three != std::string::npos) out.erase(three, 1);
  else if (out.size() > 1 && out.back() == ':' && out[out.size() - 2] != ':') out.pop_back();
  if (out.size() > 1 && out.front() == ':' && out[1] != ':') out.insert(out.begin(), '0');
  return out;
}

// https://www.rfc-editor.org/rfc/rfc4291#section-2.2, and what is forgiven. `quad`: a dotted part is read.
std::optional<IpAddress> parse_v6(std::string_view written, bool quad) {
  const std::string corrected = forgiven(written);
  const std::string_view text = corrected;
  IpAddress address;
  address.v6 = true;
  const std::size_t gap = text.find("::");
  const bool has_gap = gap != std::string_view::npos;
  const std::optional<Side> head = read_side(text.substr(0, gap), quad && !has_gap);
  const std::optional<Side> tail = read_side(has_gap ? text.substr(gap + 2) : std::string_view(), quad);
  if (!head || !tail) return std::nullopt;
  const std::size_t size = head->size + tail->size;
  // "::" stands for one or more groups of zeros.
  if (has_gap ? size > address.bytes.size() - 2 : size != address.bytes.size()) return std::nullopt;
  std::copy_n(head->bytes.begin(), head->size, address.bytes.begin());
  std::copy_n(tail->bytes.begin(), tail->size, address.bytes.begin() + static_cast<std::ptrdiff_t>(address.bytes.size() - tail->size));
  return address;
}

std::optional<IpAddress> parse_v4(std::string_view text) {
  IpAddress address;
  if (!read_dotted_quad(text, address.bytes.data())) return std::nullopt;
  return address;
}

int family_bits(const IpAddress& address) { return address.v6 ? v6_bits : v4_bits; }

// True where the first `bits` bits are the same.
bool same_prefix(const IpAddress& a, const IpAddress& b, int bits) {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (!std::equal(a.bytes.begin(), a.bytes.begin() + static_cast<std::ptrdiff_t>(whole), b.bytes.begin())) return false;
  if (bits % 8 == 0) return true;
  const unsigned mask = 0xFFU << (8 - bits % 8);
  return ((static_cast<unsigned>(a.bytes[whole]) ^ static_cast<unsigned>(b.bytes[whole])) & mask) == 0;
}

// IPv4-mapped addresses: https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2
bool is_mapped(const IpAddress& address) {
  IpAddress mapped;
  mapped.v6 = true;
  mapped.bytes[10] = mapped.bytes[11] = 0xFF;
  return address.v6 && same_prefix(address, mapped, mapped_bits);
}

IpAddress without_mapping(const IpAddress& address) {
  if (!is_mapped(address)) return address;
  IpAddress v4;
  std::copy_n(address.bytes.begin() + 12, 4, v4.bytes.begin());
  return v4;
}

Cidr without_mapping(const Cidr& range) {
  if (range.prefix < mapped_bits || !is_mapped(range.address)) return range;
  return {without_mapping(range.address), range.prefix - mapped_bits, range.host_bits};
}

// A decimal number up to `most`, perhaps with a plus and leading zeros; -1 for other text.
int prefix_length(std::string_view text, int most) {
  if (text.starts_with('+')) text.remove_prefix(1);
  while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
  return small_number(text, most);
}

bool has_host_bits(const IpAddress& address, int prefix) {
  for (int bit = prefix; bit < family_bits(address); ++bit) {
    if ((address.bytes[static_cast<std::size_t>(bit / 8)] >> (7 - bit % 8) & 1) != 0) return true;
  }
  return false;
}

}  // namespace

std::optional<IpAddress> parse_ip_address(std::string_view text) {
  if (text.find(':') == std::string_view::npos) return parse_v4(text);
  const std::optional<IpAddress> address = parse_v6(text, true);
  if (!address) return std::nullopt;
  const IpAddress plain = without_mapping(*address);
  if (plain.v6 && text.find('.') != std::string_view::npos) return std::nullopt;
  return plain;
}

std::optional<Cidr> parse_cidr(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view written = text.substr(0, slash);
  const std::optional<IpAddress> address = written.find(':') == std::string_view::npos ? parse_v4(written) : parse_v6(written, false);
  if (!address) return std::nullopt;
  Cidr range;
  range.address = *address;
  range.prefix = slash == std::string_view::npos ? family_bits(*address) : prefix_length(text.substr(slash + 1), family_bits(*address));
  if (range.prefix < 0) return std::nullopt;
  range.host_bits = has_host_bits(range.address, range.prefix);
  if (range.address.v6 && range.host_bits) return std::nullopt;
  return range;
}

bool contains(const Cidr& range, const IpAddress& address) {
  const IpAddress given = without_mapping(address);
  return range.address.v6 == given.v6 && same_prefix(range.address, given, range.prefix);
}

bool is_private(const Cidr& range) {
  constexpr std::string_view private_ranges[] = {
      "10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16",  // https://www.rfc-editor.org/rfc/rfc1918#section-3
      "127.0.0.0/8",    "::1/128",                          // loopback: https://www.rfc-editor.org/rfc/rfc6890#section-2.2
      "169.254.0.0/16", "fe80::/10",                        // link-local: https://www.rfc-editor.org/rfc/rfc3927
      "fc00::/7",                                           // unique local: https://www.rfc-editor.org/rfc/rfc4193#section-3.1
  };
  const Cidr asked = without_mapping(range);
  for (const std::string_view text : private_ranges) {
    const std::optional<Cidr> known = parse_cidr(text);
    if (known && asked.prefix >= known->prefix && contains(*known, asked.address)) return true;
  }
  return false;
}

}  // namespace sts_playground
