#include "core/catalog/regions.h"

#include <algorithm>
#include <iterator>

namespace sts_playground {
namespace {

struct Partition {
  std::string_view name;
  std::string_view region_prefix;
  std::string_view home;
};

// Regions of a partition begin alike, and credentials do not cross partitions (documented):
// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
// The home is where a partition's IAM is: https://docs.aws.amazon.com/general/latest/gr/iam-service.html
constexpr Partition partitions_of_regions[] = {
    {"aws-us-gov", "us-gov-", "us-gov-west-1"},
    {"aws-cn", "cn-", "cn-north-1"},
    {"aws", "", "us-east-1"},
};

// As of 2026 (documented): https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
constexpr std::string_view opt_in[] = {
    "af-south-1",     "ap-east-1",      "ap-east-2",      "ap-south-2", "ap-southeast-3", "ap-southeast-4",
    "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-west-1",  "eu-central-2",   "eu-south-1",
    "eu-south-2",     "il-central-1",   "me-central-1",   "me-south-1", "mx-central-1",
};

}  // namespace

std::string_view partition_of_region(std::string_view region) {
  for (const Partition& row : partitions_of_regions) {
    if (region.starts_with(row.region_prefix)) return row.name;
  }
  return "aws";
}

std::string_view home_region(std::string_view partition) {
  for (const Partition& row : partitions_of_regions) {
    if (row.name == partition) return row.home;
  }
  return "us-east-1";
}

std::span<const std::string_view> opt_in_regions() { return opt_in; }

bool is_opt_in_region(std::string_view region) { return std::find(std::begin(opt_in), std::end(opt_in), region) != std::end(opt_in); }

}  // namespace sts_playground
