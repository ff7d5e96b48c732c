import { demoBodyId } from '../../../src/access/index.js';
import { days, tale, type Shown, type Tale } from '../tale.js';
import { because, person, representative } from './scenes.js';

const child = { ageStatus: 'child', district: 'baku-nasimi', source: 'education' };
const visit = { outcome: 'well', visitors: ['monitoringGroup'], childSeenAlone: true };

/** The month so many months from now, as `YYYY-MM`. */
const monthFromNow = (months: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 7);
};

const accepted = (key: string, ago: number, shown: Shown, name: string): Tale =>
  tale(key, ago, shown)
    .opens('school', { ...child, ...person(name) })
    .after(3)
    .accepts('guardian', 'guardianship');

const represented = (...of: Parameters<typeof accepted>): Tale =>
  accepted(...of)
    .after(5)
    .does('guardian', 'guardianship.appointInterim', representative);

const interests = (told: Tale, about = 'representation'): Tale =>
  told
    .does('guardian', 'guardianship.recordChildViews', {
      heardAlone: true,
      views: 'Uşağın fikri (uydurma mətn).',
    })
    .does('guardian', 'guardianship.recordBestInterests', { about, ...because });

const appointed = (months: number, ...of: Parameters<typeof accepted>): Tale =>
  interests(represented(...of).after(days(6)))
    .does('guardian', 'guardianship.recordMajority', { eighteenIn: monthFromNow(months), estimated: true })
    .does('guardian', 'guardianship.appointGuardian', {
      ...representative,
      relation: 'relative',
      kind: months > 48 ? 'guardian' : 'trustee',
    });

const as = ['guardian', 'school'] as const;

/** One case per state of guardianship; who is only notified stands among the children. */
export const guardianship = [
  accepted(
    'guardianshipAccepted',
    20,
    {
      state: 'guardianship accepted',
      see: 'an interim representative is owed within 24 hours of the notification',
      as,
    },
    'Kimsəsiz Sınaqlı',
  ),
  represented(
    'interimRepresented',
    days(3),
    {
      state: 'interim representative',
      see: 'appointed at once; a guardian needs the best interests on record',
      as,
    },
    'Kiçik Örnəkli',
  ),
  interests(
    represented(
      'parentsRepresent',
      days(12),
      {
        state: 'parents represent',
        see: 'the family was assessed and found safe; the father is suspected, the mother represents',
        as,
      },
      'Anası Yanında Misallı',
    ).after(days(3)),
    'familyReturn',
  )
    .does('guardian', 'guardianship.recordFamilyAssessment', {
      outcome: 'safe',
      suspected: ['father'],
      ...because,
    })
    .does('guardian', 'guardianship.confirmParentalCare', { parents: ['mother'], ...because }),
  appointed(
    100,
    'guardianAppointed',
    days(15),
    {
      state: 'guardian appointed',
      see: 'guardian by age, conflict of interest checked; the first visit has its clock',
      as,
    },
    'Qəyyumlu Nümunəli',
  ),
  appointed(
    4,
    'comingOfAge',
    days(80),
    {
      state: 'monitoring, soon eighteen',
      see: 'a visit is overdue, and the plan for eighteen is owed six months ahead',
      as: ['guardian', 'commission'],
    },
    'Yetkinləşən Sınaqlı',
  )
    .after(days(10))
    .does('guardian', 'guardianship.recordVisit', visit)
    .does('guardian', 'guardianship.referToCommission', { question: 'rehabilitation' }),
  interests(
    represented(
      'guardianshipMoved',
      days(9),
      {
        state: 'moved to another district',
        see: 'ended in Nasimi, asked of Ganja; who represents the child goes on',
        as: ['guardian2', 'guardian'],
      },
      'Köçən Örnəkli',
    ).after(days(4)),
    'ending',
  ).does('guardian', 'guardianship.end', {
    reason: 'transferredToDistrict',
    toBodyId: demoBodyId('guardianship-ganja'),
    ...because,
  }),
  interests(
    represented(
      'guardianshipEnded',
      days(40),
      {
        state: 'guardianship ended',
        see: 'the child left the country; a doubt about age would begin it anew',
        as,
      },
      'Yola Düşən Misallı',
    ).after(days(20)),
    'ending',
  ).does('guardian', 'guardianship.end', { reason: 'leftCountry', ...because }),
];
