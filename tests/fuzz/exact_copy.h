// An input in a heap buffer of exactly its size, so that the address sanitizer sees every read past its end.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace sts_playground::fuzz {

class ExactCopy {
 public:
  ExactCopy(const std::uint8_t* data, std::size_t size) : bytes_(new char[size]), size_(size) { std::copy_n(data, size, bytes_.get()); }
  explicit ExactCopy(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    std::copy_n(text.data(), size_, bytes_.get());
  }

  std::string_view text() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

// Takes the part of `rest` before the first 0xFF byte (which UTF-8 never has), and that byte.
inline std::string_view take_field(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\xFF'), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

}  // namespace sts_playground::fuzz
