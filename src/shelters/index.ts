export { type AddressReading, HouseAddresses } from './addresses.js';
export { HouseBeds, type BedNights, type BedNow, type RoomNow } from './house-beds.js';
export { HouseOversight, type HouseRecord } from './house-oversight.js';
export { houseGroups, HouseToday, type HouseGroup, type Placed } from './house-today.js';
export { bedStates, outOfServiceReasons, roomAges, roomSexes, type BedState } from './house-words.js';
export { SheltersModule, SheltersWorkerModule } from './shelters.module.js';
export { HousesService, type HouseData, type HouseShown, type NewRoom } from './houses.service.js';
export { Suitability, type Suiting } from './suiting.js';
export { standings, type BedSuiting, type HouseSuiting } from './suiting-rows.js';
