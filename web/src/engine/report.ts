// The report of the engine: its types are printed from the engine's own tables by the build. And what is asked for a report.

export type * from './generated/answers';

import type { Language } from '../base/i18n';

export type { Language };

export interface RunRequest {
  scenario: string;
  language: Language;
  /** Paths of the steps whose whole explanation is wanted: "0", or "0.1" for a sub-step. Absent: all of them. */
  explain?: readonly string[];
}
