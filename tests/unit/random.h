// Random choices that are the same for the same seed on every machine.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace sts_playground::test {

// A new seed each run, or STS_PLAYGROUND_SEED to run a failure again. Tests print it with INFO.
inline std::uint32_t random_seed() {
  const char* given = std::getenv("STS_PLAYGROUND_SEED");
  return given != nullptr ? static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
}

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  // 0 .. limit-1
  std::size_t below(std::size_t limit) { return engine_() % limit; }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }
  std::string text_of(const std::vector<std::string_view>& pieces, std::size_t most) {
    std::string text;
    for (std::size_t count = below(most + 1); count > 0; --count) text += pieces[below(pieces.size())];
    return text;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace sts_playground::test
