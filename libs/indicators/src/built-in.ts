import forcedLabour from '../data/ilo-2012-forced-labour.json' with { type: 'json' };
import labourAdult from '../data/ilo-ec-2009-labour-adult.json' with { type: 'json' };
import labourChild from '../data/ilo-ec-2009-labour-child.json' with { type: 'json' };
import sexualAdult from '../data/ilo-ec-2009-sexual-adult.json' with { type: 'json' };
import sexualChild from '../data/ilo-ec-2009-sexual-child.json' with { type: 'json' };
import unodcGeneral from '../data/unodc-general.json' with { type: 'json' };
import { loadCatalogue } from './load-catalogue.js';

/**
 * The international lists that come with the program. The two sexual sets and the UNODC list are unverified, and
 * the lists of the ILO signs of forced labour and of UNODC have no weights: none of these four ever decides.
 */
export const builtInCatalogues = {
  labourAdult: loadCatalogue(labourAdult),
  labourChild: loadCatalogue(labourChild),
  sexualAdult: loadCatalogue(sexualAdult),
  sexualChild: loadCatalogue(sexualChild),
  forcedLabour: loadCatalogue(forcedLabour),
  unodcGeneral: loadCatalogue(unodcGeneral),
};
