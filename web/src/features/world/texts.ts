// Texts of the forms of the world, in the language that the page speaks.

import { inBothLanguages } from '../../base/texts';
import { en } from './texts.en';
import { ko } from './texts.ko';

export const texts = inBothLanguages(en, ko);
