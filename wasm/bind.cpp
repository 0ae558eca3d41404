// The engine's functions, as the page's worker calls them.
#include <emscripten/bind.h>

#include "core/api/api.h"

EMSCRIPTEN_BINDINGS(sts_playground) {
  emscripten::function("run", &sts_playground::run);
  emscripten::function("engineInfo", &sts_playground::engine_info);
  emscripten::function("mfaCode", &sts_playground::mfa_code);
  emscripten::function("trustGraph", &sts_playground::trust_graph);
  emscripten::function("judgeAt", &sts_playground::judge_at);
}
