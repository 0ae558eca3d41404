#include "core/catalog/services.h"

#include <algorithm>

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

// Sorted as the page has them.
constexpr std::string_view services_with_rcps[] = {
    "s3",
    "sts",
    "kms",
    "sqs",
    "secretsmanager",
    "cognito-idp",
    "cognito-identity",
    "cognito-sync",
    "logs",
    "dynamodb",
    "appconfig",
    "appstream",
    "autoscaling",
    "codebuild",
    "codecommit",
    "comprehend",
    "comprehendmedical",
    "dax",
    "ecr",
    "health",
    "kinesisvideo",
    "aoss",
    "signin",
    "support",
    "textract",
    "transcribe",
    "translate",
};

bool is_service_character(char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-' || c == '.'; }

}  // namespace

bool is_service_principal(std::string_view text) {
  if (!std::all_of(text.begin(), text.end(), is_service_character)) return false;
  for (const std::string_view suffix : {".amazonaws.com", ".amazonaws.com.cn"}) {
    if (text.size() > suffix.size() && text.ends_with(suffix)) return true;
  }
  return false;
}

bool supports_rcps(std::string_view action) {
  // The one permission of these services that RCPs do not touch.
  if (equals_ignoring_case(action, "kms:RetireGrant")) return false;
  const std::string_view service = action.substr(0, action.find(':'));
  return std::any_of(std::begin(services_with_rcps), std::end(services_with_rcps),
                     [&](std::string_view row) { return equals_ignoring_case(row, service); });
}

}  // namespace sts_playground
