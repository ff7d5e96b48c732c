import { words } from '#libs/vocabulary';

/** Whom the beds of a room are for. */
export const roomSexes = {
  female: words('qadınlar', 'women'),
  male: words('kişilər', 'men'),
  any: words('qadınlar və kişilər', 'women and men'),
} as const;

export const roomAges = {
  adult: words('yetkinlər', 'adults'),
  child: words('uşaqlar', 'children'),
  any: words('yetkinlər və uşaqlar', 'adults and children'),
} as const;

/** Why nobody can be given a bed. */
export const outOfServiceReasons = {
  repair: words('təmir', 'repair'),
  hygiene: words('sanitar işlər', 'cleaning and hygiene'),
  safety: words('təhlükəsizlik', 'safety'),
  notStaffed: words('işçi çatışmır', 'not enough staff'),
} as const;

/** How a bed stands. */
export const bedStates = {
  free: words('boşdur', 'free'),
  kept: words('saxlanılır', 'kept'),
  occupied: words('tutulub', 'occupied'),
  outOfService: words('istifadədən çıxarılıb', 'out of service'),
} as const;
export type BedState = keyof typeof bedStates;
