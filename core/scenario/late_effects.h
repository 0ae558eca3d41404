// What takes effect late in AWS: IAM is eventually consistent, the scenario's world is not. Steps that follow a change closely say so.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
// Recorded: a role created seconds ago answers AccessDenied first,
// https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/internal/services/sts/testdata/oidc/aws.json
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/scenario/run.h"

namespace sts_playground {

class LateEffects {
 public:
  // Keeps what the event changed at `at` (epoch seconds).
  void note(const Event& event, const std::string& step, std::int64_t at);
  // Adds a note to a step whose caller or role was changed less than a minute before.
  void tell(StepResult& step) const;

 private:
  struct Change {
    std::string step;
    std::int64_t at = 0;
  };

  const Change* recent(const std::string& arn, std::int64_t now) const;

  std::map<std::string, Change> changes_;  // the last one of each principal, by ARN
};

}  // namespace sts_playground
