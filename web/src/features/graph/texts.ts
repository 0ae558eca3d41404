import { inBothLanguages } from '../../base/texts';
import { en } from './texts.en';
import { ko } from './texts.ko';

export const texts = inBothLanguages(en, ko);
