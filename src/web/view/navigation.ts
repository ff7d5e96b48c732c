import { firstLineRoles, type Role } from '#libs/vocabulary';
import type { Identity } from '../../access/index.js';
import type { NewsCounts } from '../../worklists/index.js';

interface Place {
  readonly key: string;
  readonly href: string;
  readonly for: (role: Role, reader: Identity) => boolean;
  /** Which count stands beside it. */
  readonly news?: keyof NewsCounts;
}

const caseless: readonly Role[] = ['administrator'];
const overseers: readonly Role[] = ['supervisor', 'coordinator', 'ombudsman'];
const atWork = (role: Role) => !caseless.includes(role) && !overseers.includes(role);

/** Whether this role looks after the work of others. */
export const oversees = (role: Role): boolean => overseers.includes(role);

/** The Ombudsman asks about all cases, and opens none but those drawn for a review. */
export const opensCases = (role: Role): boolean => role !== 'ombudsman';

/** Whether this role meets people and may open a case. */
export const mayOpen = (role: Role): boolean => (firstLineRoles as readonly Role[]).includes(role);

/** Whether the reader works in a house; whoever runs it or asks it does not. */
export const keepsHouse = ({ role }: Identity): boolean => role === 'shelterWorker';

/** Whether the reader looks after the work of a house: her own body. */
export const overseesHouse = ({ role, bodyKind }: Identity): boolean =>
  role === 'supervisor' && bodyKind === 'shelter';

const places: readonly Place[] = [
  { key: 'nav.worklist', href: '/', for: (role) => !caseless.includes(role) },
  { key: 'nav.newCase', href: '/cases/new', for: mayOpen },
  { key: 'nav.children', href: '/children', for: (role) => role === 'guardianshipOfficer' },
  { key: 'nav.commission', href: '/commission', for: (role) => role === 'commissionMember' },
  { key: 'nav.shelter', href: '/shelter', for: (_, reader) => keepsHouse(reader) },
  { key: 'nav.shelterOversight', href: '/shelter/oversight', for: (_, reader) => overseesHouse(reader) },
  { key: 'nav.inbox', href: '/inbox', for: atWork, news: 'handoffs' },
  { key: 'nav.notifications', href: '/notifications', for: atWork, news: 'notices' },
  { key: 'nav.supervision', href: '/supervision', for: oversees },
  { key: 'nav.coverage', href: '/coverage', for: oversees },
  { key: 'nav.returns', href: '/returns', for: mayOpen },
  { key: 'nav.breakGlass', href: '/break-glass', for: atWork },
  { key: 'nav.admin', href: '/admin', for: (role) => role === 'administrator' },
  { key: 'nav.help', href: '/help', for: () => true },
];

/** Only the pages that are of use to this reader; the rights themselves are checked elsewhere. */
export const navigation = (reader: Identity, path: string) =>
  places
    .filter((place) => place.for(reader.role, reader))
    .map(({ key, href, news }) => ({ key, href, news, current: href === path }));
