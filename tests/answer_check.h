// Holds answers of the engine against the tables of core/api/answers.h, both ways: what an answer has must be in the tables, and what the
// tables have must occur in some answer.
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/api/answers.h"

namespace sts_playground {

class AnswerCheck {
 public:
  // `type`: a name of the tables, such as Report.
  void check(const nlohmann::json& answer, std::string_view type);

  // What the answers had and the tables do not allow, a line each: "Step.session: number is not string".
  const std::set<std::string>& faults() const { return faults_; }
  // What the tables promise and no answer had: members, nulls, values of enumerations.
  std::vector<std::string> never_seen() const;

 private:
  void check_value(const nlohmann::json& value, std::string_view type, const std::string& place);
  void check_object(const nlohmann::json& value, std::string_view type);
  void check_member(const nlohmann::json& value, const AnswerMember& member, const std::string& place);
  void check_list(const nlohmann::json& value, std::string_view type, const std::string& place);

  std::set<std::string> faults_;
  std::set<std::string> seen_;  // "Step.session", "Step.session null", "Decision Allow"
};

}  // namespace sts_playground
