// Every limit on what is read, in one table. Each is tested in tests/unit/limits_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sts_playground::limits {

constexpr std::size_t scenario_bytes = 4 * 1024 * 1024;
constexpr std::size_t json_depth = 64;
constexpr std::size_t json_values = 200'000;
constexpr std::size_t steps = 2'000;
constexpr std::size_t policy_bytes = 131'072;     // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
constexpr std::size_t policy_statements = 2'000;  // of one policy; trace indices have 16 bits
constexpr std::size_t statement_conditions = 2'000;
constexpr std::size_t policies = 20'000;                     // in one document; trace indices have 16 bits
constexpr std::size_t explanation_bytes = 16 * 1024 * 1024;  // of one report; what does not match is left out first
constexpr std::size_t listed_values = 12;                    // in one sentence
constexpr std::size_t organization_depth = 10;               // levels of units; AWS has 5: orgs_reference_limits.html
constexpr std::size_t unknown_text_steps = 4'096;            // of the patterns of an unknown key; longer ones are not walked through
constexpr std::size_t unknown_text_work = 200'000;           // of walking through them
constexpr std::size_t unknown_key_values = 64;               // that are told apart of one unknown key
constexpr std::size_t unknown_judgements = 2'000;            // of one authorisation with unknown keys
constexpr std::size_t trust_pairs = 20'000;                  // of callers and roles in the graph of trust; more are counted, not judged
constexpr std::size_t trust_edges = 2'000;                   // in the graph of trust
constexpr std::size_t trust_policy_bytes =
    128 * 1024 * 1024;  // of policies that its pairs are judged by, each time anew; again as many for unknown keys
constexpr std::size_t trust_edge_bytes = 4 * 1024 * 1024;  // of its answer, about
constexpr std::int64_t clock_years = 200;                  // how far steps may move the virtual clock

}  // namespace sts_playground::limits
