import { z } from 'zod';
import { choice, choices, count, flag, text, words } from '#libs/vocabulary';
import { attempts, interpreters } from '../contact.js';
import { decisions, extensionGrounds, terminationGrounds } from './labels.js';

const note = text('statement', words('qeyd', 'note')).optional();
const explanation = text('statement', words('əsaslandırma', 'explanation'));
const interpreter = choice(words('tərcüməçi', 'interpreter'), interpreters).optional();

export const beginData = z.object({ interpreter, note });
export const informData = z.object({
  reached: flag(words('şəxslə əlaqə saxlanılıb', 'the person was reached')),
  attempts: choices(words('cəhdlər', 'attempts'), attempts).optional(),
  interpreter,
  representativePresent: flag(words('nümayəndə iştirak edib', 'representative present')).optional(),
  note,
});
export const extendData = z.object({
  ground: choice(words('əsas', 'ground'), extensionGrounds),
  days: count(words('gün', 'days'), 1, 90),
  note,
});
export const recordDecisionData = z.object({
  decision: choice(words('qərar', 'decision'), decisions),
  representativePresent: flag(words('nümayəndə iştirak edib', 'representative present')).optional(),
  note,
});
export const proposeTerminationData = z.object({
  ground: choice(words('əsas', 'ground'), terminationGrounds),
  personHeard: flag(words('şəxs dinlənilib', 'the person was heard')),
  explanation,
});
export const confirmData = z.object({ note });
export const returnData = z.object({ explanation });
export const nothing = z.object({});
