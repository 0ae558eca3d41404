// The line that the editor's text cursor is in, and the rows of the explanation that are about that line.

import type { ElementReason, Location, StatementReason, Step } from '../engine/report';
import { changeBetween, movedOffset } from '../text/change';
import { offsetAt, positionAt } from '../text/positions';
import { type PageState, selectedPolicy } from './page-state';

export type Reason = StatementReason | ElementReason;

/** A line of a policy that is a string, or of the scenario that was judged. */
interface Place {
  policy: string | null;
  line: number;
}

function placeOf(state: PageState): Place | null {
  const { caret, text, judgedText } = state;
  if (!caret || caret.view !== state.view) return null;
  let { line } = caret;
  if (caret.view === 'policy') {
    const policy = selectedPolicy(state);
    if (!policy || policy.pointer !== caret.policy) return null;
    if (policy.form === 'text') return { policy: policy.pointer, line };
    line += positionAt(text, policy.start).line - 1;
  }
  if (text === judgedText) return { policy: null, line };
  const offset = movedOffset(offsetAt(text, { line, column: 1 }), changeBetween(text, judgedText));
  return { policy: null, line: positionAt(judgedText, offset).line };
}

function holds(location: Location | null | undefined, place: Place): boolean {
  if (!location || (location.in === 'policy' ? location.policy : null) !== place.policy) return false;
  return location.start.line <= place.line && place.line <= location.end.line;
}

const height = ({ location }: ElementReason): number => (location ? location.end.line - location.start.line : Infinity);

/** The element that stands alone on the line; where there is none, or more than one, the statement around it. */
function reasonOf(statement: StatementReason, place: Place): Reason {
  const elements = statement.elements.filter(({ location }) => holds(location, place));
  const least = Math.min(...elements.map(height));
  const nearest = elements.filter((element) => height(element) === least);
  return nearest.length === 1 && nearest[0] ? nearest[0] : statement;
}

/** The rows of a step's explanation that the text cursor stands in: one of each statement that holds its line. */
export function reasonsAtCaret(state: PageState, step: Step | null): Reason[] {
  const place = step && placeOf(state);
  if (!place) return [];
  return step.explanation.authorizations
    .flatMap(({ layers }) => layers)
    .flatMap(({ policies }) => policies)
    .flatMap(({ statements }) => statements)
    .filter(({ location }) => holds(location, place))
    .map((statement) => reasonOf(statement, place));
}
