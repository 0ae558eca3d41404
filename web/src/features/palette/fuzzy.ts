// Finds commands by what is typed: whole words before parts of words before abbreviations. Korean is compared letter by letter
// (jamo), so that a syllable that is not finished, and the first consonants alone, find theirs too.

export interface Match {
  /** Higher is nearer. */
  score: number;
  /** Offsets of the title's characters that were found. */
  marks: ReadonlySet<number>;
}

interface Folded {
  text: string;
  /** For each unit of `text`, the offset in the original of the character that it comes from. */
  from: number[];
}

const TITLE = 100;
const AT_START = 50;
const AT_WORD = 30;
const WORDS = 40;
const LETTERS = 20;

/** Without case, accents and compatibility forms; syllables of Hangul as their letters. */
function fold(text: string): Folded {
  const folded: Folded = { text: '', from: [] };
  let offset = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    folded.text += plain;
    for (let unit = 0; unit < plain.length; unit++) folded.from.push(offset);
    offset += character.length;
  }
  return folded;
}

const isWordStart = (text: string, at: number): boolean => at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** Whether a letter can begin an abbreviation: it begins a word, or a syllable of Hangul. */
const begins = ({ text, from }: Folded, at: number): boolean =>
  isWordStart(text, at) || (/[\u1100-\u1112]/.test(text[at] ?? '') && from[at] !== from[at - 1]);

/** Where the letters of a term stand in a text: each behind the one before it, or at a beginning; null where they do not. */
function lettersOf(term: string, title: Folded): number[] | null {
  const places: number[] = [];
  let at = -1;
  for (const letter of term) {
    if (at < 0 || title.text[at + 1] !== letter) {
      do at = title.text.indexOf(letter, at + 1);
      while (at >= 0 && !begins(title, at));
      if (at < 0) return null;
    } else at++;
    places.push(at);
  }
  return places;
}

function matchTerm(term: string, title: Folded, words: string): { score: number; places: number[] } | null {
  const at = title.text.indexOf(term);
  if (at >= 0) {
    const nearer = at === 0 ? AT_START : isWordStart(title.text, at) ? AT_WORD : 0;
    return { score: TITLE + nearer, places: Array.from(term, (_, index) => at + index) };
  }
  if (words.includes(term)) return { score: WORDS, places: [] };
  const places = term.length > 1 ? lettersOf(term, title) : null;
  if (!places) return null;
  const spread = (places.at(-1) ?? 0) - (places[0] ?? 0) - places.length;
  return { score: Math.max(1, LETTERS - spread), places };
}

/** How well a title, or words beside it, fits what is typed; null where a typed word is found in neither. */
export function match(query: string, title: string, words: string): Match | null {
  const folded = fold(title);
  const others = fold(words).text;
  const marks = new Set<number>();
  let score = 0;
  for (const term of fold(query).text.split(/\s+/).filter(Boolean)) {
    const found = matchTerm(term, folded, others);
    if (!found) return null;
    score += found.score;
    for (const place of found.places) marks.add(folded.from[place] ?? 0);
  }
  return { score, marks };
}
