// The engine's functions as wasm/post.js calls them: a request's bytes in, an answer's bytes out. Plain exports, because Embind's glue
// and run-time type information would weigh more than all that is bound.
#include <emscripten/emscripten.h>

#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "core/api/api.h"

namespace {

// A block for the caller to free: the answer's length in bytes as 32 bits, then its bytes.
char* block_of(const std::string& answer) {
  const auto size = static_cast<std::uint32_t>(answer.size());
  auto* block = static_cast<char*>(std::malloc(sizeof size + answer.size()));
  assert(block);
  std::memcpy(block, &size, sizeof size);
  std::memcpy(block + sizeof size, answer.data(), answer.size());
  return block;
}

}  // namespace

// Each has its row in post.js as well.
extern "C" {
EMSCRIPTEN_KEEPALIVE char* run(const char* request, std::size_t bytes) { return block_of(sts_playground::run({request, bytes})); }
EMSCRIPTEN_KEEPALIVE char* explainText(const char* request, std::size_t bytes) {
  return block_of(sts_playground::explain_text({request, bytes}));
}
EMSCRIPTEN_KEEPALIVE char* engineInfo(const char*, std::size_t) { return block_of(sts_playground::engine_info()); }
}
