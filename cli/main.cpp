// sts-playground: runs scenario documents in a terminal. Reads what is named, hands it to the engine, prints what the engine answers.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "core/api/answers.h"
#include "core/api/api.h"

namespace {

using sts_playground::max_scenario_bytes;

constexpr int status_unreadable = 2;

constexpr std::string_view usage =
    "Usage: sts-playground run FILE... [--json | --jsonl | --as aws-cli] [--lang en|ko]\n"
    "       sts-playground catalog [--lang en|ko]\n"
    "       sts-playground schema [--lang en|ko]\n"
    "       sts-playground types [--json]\n"
    "       sts-playground --help | --version\n";

constexpr std::string_view help =
    "\n"
    "Runs scenarios: evaluates every call in them as AWS IAM and STS would, and says why each is allowed or denied.\n"
    "\n"
    "catalog prints, as JSON, what the page's editor knows of policies and calls: elements, operators, condition keys, actions, "
    "parameters.\n"
    "schema prints the JSON Schema (draft 2020-12) of a scenario document: for editors and for checks in a pipeline. What it accepts may "
    "still\n"
    "have faults that run tells.\n"
    "types prints what reports and the engine's other answers look like: as TypeScript, or as JSON tables.\n"
    "\n"
    "  FILE         a scenario document; - reads standard input\n"
    "  --json       print each file's report as JSON, one line per file\n"
    "  --jsonl      read one scenario per line, print one report per line, in the same order\n"
    "  --as aws-cli print each step as the AWS CLI would: the command, then the response or the error\n"
    "  --lang en|ko language of the explanations and descriptions (default: en)\n"
    "  --help       print this\n"
    "  --version    print the version\n"
    "\n"
    "Exit status: 0 if every expectation holds, 1 if one fails, 2 if an input is not a valid scenario or cannot be read.\n"
    "All inputs are run; the worst status is the exit status. Explanations are coloured on a terminal, unless NO_COLOR is set.\n";

enum class Output { text, aws_cli, report, report_per_line };

struct Options {
  Output output = Output::text;
  std::string language = "en";
  std::vector<std::string> files;
};

void print(std::FILE* stream, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stream); }

void complain(std::string_view what, std::string_view why) {
  std::fflush(stdout);
  print(stderr, "sts-playground: " + std::string(what) + ": " + std::string(why) + "\n");
}

[[noreturn]] void refuse(const std::string& why) {
  print(stderr, "sts-playground: " + why + "\n");
  print(stderr, usage);
  std::exit(status_unreadable);
}

// A file or standard input, read piece by piece: a piece is handed on as soon as it is there, so a pipe may stay open.
class Input {
 public:
  explicit Input(const std::string& file) : fd_(file == "-" ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ < 0) error_ = errno;
  }
  ~Input() {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // The next piece; empty at the end, and where reading fails.
  std::string_view next() {
    if (error_ != 0) return {};
    ssize_t count = 0;
    do {
      count = ::read(fd_, buffer_.data(), buffer_.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) error_ = errno;
    return {buffer_.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
  }

  int error() const { return error_; }

 private:
  int fd_;
  int error_ = 0;
  std::vector<char> buffer_ = std::vector<char>(std::size_t{64} * 1024);
};

// Adds what is still wanted of a text that may be too long. One byte more than the limit is enough for the engine to say so.
void append_up_to_limit(std::string& text, std::string_view piece) { text.append(piece.substr(0, max_scenario_bytes + 1 - text.size())); }

int print_report(std::string_view text, const Options& options) {
  const sts_playground::RunResult result = sts_playground::run_scenario(text, options.language);
  print(stdout, result.report);
  print(stdout, "\n");
  std::fflush(stdout);
  return result.status;
}

int print_explanation(std::string_view text, const std::string& name, const Options& options) {
  const char* const no_color = std::getenv("NO_COLOR");
  const bool color = ::isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
  const auto write = options.output == Output::aws_cli ? sts_playground::aws_cli_transcript : sts_playground::explain_scenario;
  const sts_playground::ExplainResult result = write(text, options.language, name, color);
  print(stdout, result.text);
  return result.status;
}

// One scenario is the whole input.
int run_whole(Input& input, const std::string& name, const Options& options) {
  std::string text;
  while (text.size() <= max_scenario_bytes) {
    const std::string_view piece = input.next();
    if (piece.empty()) break;
    append_up_to_limit(text, piece);
  }
  if (input.error() != 0) return status_unreadable;
  return options.output == Output::report ? print_report(text, options) : print_explanation(text, name, options);
}

// Each line is a scenario. The rest of a line that is too long is passed over, not kept.
int run_lines(Input& input, const Options& options) {
  int status = 0;
  std::string line;
  bool line_is_open = false;
  for (std::string_view piece = input.next(); !piece.empty(); piece = input.next()) {
    while (!piece.empty()) {
      const std::size_t end = piece.find('\n');
      append_up_to_limit(line, piece.substr(0, end));
      line_is_open = end == std::string_view::npos;
      if (line_is_open) break;
      status = std::max(status, print_report(line, options));
      line.clear();
      piece.remove_prefix(end + 1);
    }
  }
  return line_is_open ? std::max(status, print_report(line, options)) : status;
}

int run_file(const std::string& file, const Options& options) {
  const std::string name = file == "-" ? "standard input" : file;
  Input input(file);
  const int status = options.output == Output::report_per_line ? run_lines(input, options) : run_whole(input, name, options);
  if (input.error() == 0) return status;
  complain(name, std::strerror(input.error()));
  return status_unreadable;
}

std::string checked_language(const std::string& language) {
  if (language != "en" && language != "ko") refuse("--lang takes en or ko, not \"" + language + "\"");
  return language;
}

[[noreturn]] void print_and_exit(std::string_view text, std::string_view more = "") {
  print(stdout, text);
  print(stdout, more);
  std::exit(0);
}

// A command that prints what the engine knows, in one language.
struct Printer {
  std::string_view command;
  std::string (*text)(std::string_view language);
};
constexpr Printer printers[] = {{"catalog", sts_playground::catalog}, {"schema", sts_playground::schema}};

const Printer* find_printer(std::string_view command) {
  for (const Printer& printer : printers) {
    if (printer.command == command) return &printer;
  }
  return nullptr;
}

// `sts-playground catalog [--lang en|ko]`, without the command.
int print_knowledge(const Printer& printer, const std::vector<std::string>& arguments) {
  std::string language = "en";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--help" || arguments[i] == "-h") print_and_exit(usage, help);
    else if (arguments[i].rfind("--lang=", 0) == 0) language = checked_language(arguments[i].substr(std::strlen("--lang=")));
    else if (arguments[i] == "--lang" && i + 1 < arguments.size()) language = checked_language(arguments[++i]);
    else refuse(std::string(printer.command) + " takes --lang en or --lang ko, not \"" + arguments[i] + "\"");
  }
  print(stdout, printer.text(language));
  print(stdout, "\n");
  return 0;
}

// `sts-playground types [--json]`, without the command.
int print_types(const std::vector<std::string>& arguments) {
  if (arguments.size() > 1 || (arguments.size() == 1 && arguments.front() != "--json")) refuse("types takes nothing but --json");
  print(stdout, arguments.empty() ? sts_playground::answer_types() : sts_playground::answer_tables() + "\n");
  return 0;
}

int run_files(const Options& options) {
  int status = 0;
  for (const std::string& file : options.files) status = std::max(status, run_file(file, options));
  return status;
}

Options read_options(const std::vector<std::string>& arguments) {
  Options options;
  bool run = false;
  bool only_files = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool is_option = !only_files && argument.size() > 1 && argument.front() == '-';
    if (!is_option && !run) {
      if (argument != "run") refuse("unknown command \"" + argument + "\"");
      run = true;
    } else if (!is_option) {
      options.files.push_back(argument);
    } else if (argument == "--") {
      only_files = true;
    } else if (argument == "--help" || argument == "-h") {
      print_and_exit(usage, help);
    } else if (argument == "--version") {
      print_and_exit("sts-playground " STS_PLAYGROUND_VERSION "\n");
    } else if (argument == "--json") {
      if (options.output != Output::report_per_line) options.output = Output::report;
    } else if (argument == "--jsonl") {
      options.output = Output::report_per_line;
    } else if (argument == "--as=aws-cli" || (argument == "--as" && i + 1 < arguments.size() && arguments[i + 1] == "aws-cli")) {
      if (argument == "--as") ++i;
      if (options.output == Output::text) options.output = Output::aws_cli;
    } else if (argument.rfind("--lang=", 0) == 0) {
      options.language = checked_language(argument.substr(std::strlen("--lang=")));
    } else if (argument == "--lang") {
      if (++i == arguments.size()) refuse("--lang takes en or ko");
      options.language = checked_language(arguments[i]);
    } else {
      refuse("unknown option \"" + argument + "\"");
    }
  }
  if (!run) refuse("no command is given");
  if (options.files.empty()) refuse("no file is given");
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::string command = arguments.empty() ? "" : arguments.front();
  const Printer* const printer = find_printer(command);
  int status = 0;
  if (printer) status = print_knowledge(*printer, {arguments.begin() + 1, arguments.end()});
  else if (command == "types") status = print_types({arguments.begin() + 1, arguments.end()});
  else status = run_files(read_options(arguments));
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    complain("standard output", std::strerror(errno));
    return status_unreadable;
  }
  return status;
}
