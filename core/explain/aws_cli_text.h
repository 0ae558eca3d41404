// A call and its answer as the AWS CLI shows them.
// https://docs.aws.amazon.com/cli/latest/reference/sts/
#pragma once

#include <string>

#include "core/call/call.h"

namespace sts_playground {

// "aws sts assume-role --role-arn ...": the command that makes the call. Claims, which stand for an assertion or a token, show as such.
std::string aws_cli_command(const Call& call);
// The response as JSON, indented by four blanks, or "An error occurred (CODE) when calling the OPERATION operation: MESSAGE" after an
// empty line. Nothing for an answer without content.
std::string aws_cli_answer(const Call& call, const CallResult& result);

}  // namespace sts_playground
