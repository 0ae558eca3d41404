// Added to Emscripten's glue: the exports of bind.cpp as functions from text to text.
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const overTexts =
  (entry) =>
  (request = "") => {
    const bytes = encoder.encode(request);
    const input = _malloc(bytes.length);
    HEAPU8.set(bytes, input);
    const answer = entry(input, bytes.length);
    _free(input);
    // The memory may have grown meanwhile: HEAPU8 and HEAPU32 are the present views.
    const text = decoder.decode(HEAPU8.subarray(answer + 4, answer + 4 + HEAPU32[answer >> 2]));
    _free(answer);
    return text;
  };
Module["run"] = overTexts((input, length) => _run(input, length));
Module["explainText"] = overTexts((input, length) => _explainText(input, length));
Module["engineInfo"] = overTexts((input, length) => _engineInfo(input, length));
