#include "core/json/writer.h"

#include "core/json/value.h"

namespace sts_playground::json {

// What stands last tells whether something precedes: every value ends in another character than these.
void Writer::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

void Writer::open(char bracket) {
  separate();
  out_ += bracket;
}

void Writer::string(std::string_view text) {
  separate();
  write_string(out_, text);
}

void Writer::number(std::int64_t value) { raw(std::to_string(value)); }

void Writer::raw(std::string_view text) {
  separate();
  out_ += text;
}

void Writer::name(std::string_view text) {
  string(text);
  out_ += ':';
}

void Writer::open_object(std::string_view member) {
  name(member);
  out_ += '{';
}

void Writer::open_array(std::string_view member) {
  name(member);
  out_ += '[';
}

void Writer::string(std::string_view member, std::string_view text) {
  name(member);
  write_string(out_, text);
}

void Writer::string_or_null(std::string_view member, std::string_view text) {
  if (text.empty()) null(member);
  else string(member, text);
}

void Writer::number(std::string_view member, std::int64_t value) {
  name(member);
  number(value);
}

void Writer::boolean(std::string_view member, bool value) {
  name(member);
  boolean(value);
}

void Writer::null(std::string_view member) {
  name(member);
  null();
}

}  // namespace sts_playground::json
