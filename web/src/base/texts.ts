// Texts of a part of the page that is downloaded on its own: it brings both languages along.

import { language } from './i18n';

/** Gives the texts of the language that the page speaks at that moment. */
export const inBothLanguages =
  <T>(en: T, ko: T): (() => T) =>
  () =>
    language() === 'ko' ? ko : en;
