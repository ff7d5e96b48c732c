import type { Day } from '#libs/vocabulary';
import type { AgeStatus } from './age.js';
import type { Assessment, DimensionResult } from './assessment.js';
import type { Catalogue } from './catalogue.js';
import { adviceWords, cautions, neverRejects, notInForce } from './cautions.js';
import { dimensionNames } from './dimensions.js';
import { policies } from './policies.js';
import type { Advice, Policy, PolicyRow } from './policies.js';
import type { Words } from './words.js';

interface Found {
  catalogue: Catalogue;
  name: string;
  chosen: ReadonlySet<string>;
  ageStatus: AgeStatus;
  policy: Policy;
  dimensions: DimensionResult[];
  row: PolicyRow | undefined;
  advises: Advice;
  /** The day of the observation, where the catalogue was not in force on it. */
  outOfForceOn: Day | undefined;
}

/** The result in words, in both languages, line for line. */
export function explain(found: Found): Assessment['explanation'] {
  const lines = [
    heading(found),
    ...(found.row ? scoreLines(found.dimensions, found.row) : unweightedLines(found)),
    ...(found.outOfForceOn ? [notInForce(found.catalogue, found.outOfForceOn)] : []),
    ...cautions(found.catalogue, found.ageStatus),
    adviceWords[found.advises],
    neverRejects,
  ];
  return { az: lines.map((it) => it.az), en: lines.map((it) => it.en) };
}

function heading({ catalogue, name, policy }: Found): Words {
  const { title } = policies.policies[policy];
  return {
    az: `Siyahı: ${catalogue.title.az} (${name}). ${title.az}, versiya ${policies.version}.`,
    en: `List: ${catalogue.title.en} (${name}). ${title.en}, version ${policies.version}.`,
  };
}

function scoreLines(dimensions: DimensionResult[], row: PolicyRow): Words[] {
  const recorded = dimensions.filter((it) => it.strong + it.medium + it.weak > 0);
  const positive = dimensions.filter((it) => it.positive).map((it) => dimensionNames[it.dimension]);
  return [
    ...recorded.map(dimensionLine),
    {
      az: `Müsbət ölçülər: ${positive.map((it) => it.az).join('; ') || 'yoxdur'}.`,
      en: `Positive dimensions: ${positive.map((it) => it.en).join('; ') || 'none'}.`,
    },
    row.reason,
  ];
}

function dimensionLine({ dimension, strong, medium, weak, positive, because }: DimensionResult): Words {
  const { az, en } = dimensionNames[dimension];
  return {
    az: `${az}: ${positive ? 'müsbət' : 'mənfi'} (güclü ${strong}, orta ${medium}, zəif ${weak}): ${because.az}.`,
    en: `${en}: ${positive ? 'positive' : 'negative'} (strong ${strong}, medium ${medium}, weak ${weak}): ${because.en}.`,
  };
}

function unweightedLines({ catalogue, chosen }: Found): Words[] {
  const seen = catalogue.indicators.filter((it) => chosen.has(it.code)).map((it) => it.title);
  return [
    {
      az: `Qeyd olunan göstəricilər: ${seen.map((it) => it.az).join('; ') || 'yoxdur'}.`,
      en: `Recorded indicators: ${seen.map((it) => it.en).join('; ') || 'none'}.`,
    },
    {
      az: 'Bu siyahının çəkiləri yoxdur: göstəricilərin olub-olmaması insan alverini nə təsdiq, nə də təkzib edir.',
      en: 'This list has no weights: its indicators, present or absent, neither prove nor disprove trafficking.',
    },
  ];
}
