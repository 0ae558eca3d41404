#include "core/catalog/denial_texts.h"

#include "core/text/ascii.h"

namespace sts_playground {
namespace {

// Recorded in September 2026, all under https://github.com/radkawar/stackd/blob/9dc356f5e5cc49d2d334178a09c1398dd1c62617/testdata/aws/
constexpr DenialTexts rows[] = {
    // s3/marker_policy.json: seen for a Deny of a bucket policy; that S3 always writes so is inferred
    {"s3", ActionWording::as_called, ResourceWording::quoted_arn},
    // kms/grants.json
    {"kms", ActionWording::as_called, ResourceWording::not_across_accounts},
    // sqs/forwarding.json, eventbridge/target_roles.json; without a resource: iam/resource_controls.json
    {"sqs", ActionWording::lower_case, ResourceWording::queue_arn},
    // eventbridge/target_roles.json
    {"sns", ActionWording::upper_case_service, ResourceWording::arn},
};
constexpr DenialTexts others{""};

}  // namespace

const DenialTexts& denial_texts(std::string_view action) {
  const std::string_view service = action.substr(0, action.find(':'));
  for (const DenialTexts& row : rows) {
    if (equals_ignoring_case(row.service, service)) return row;
  }
  return others;
}

}  // namespace sts_playground
