// The report of a run as JSON. The only place where its shape is known.
#pragma once

#include <string>
#include <vector>

#include "core/scenario/run.h"
#include "core/text/messages.h"

namespace sts_playground {

// `run` is null where the document is no valid scenario.
std::string write_report(const SourceText& source, const std::vector<Diagnostic>& diagnostics, const Scenario* scenario, const Run* run,
                         Language language);

}  // namespace sts_playground
