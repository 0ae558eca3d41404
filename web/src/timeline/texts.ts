// The texts of the table and of the details, in the language that the page speaks.

import { inBothLanguages } from '../base/texts';
import { en } from './texts.en';
import { ko } from './texts.ko';

export const texts = inBothLanguages(en, ko);
