import { type PersonFields, nobody } from '../../core/person.ts'
import { demoId } from './demo-id.ts'

const invited = (email: string, fields: Partial<PersonFields>) => ({ ...nobody, email, ...fields })
const handedOut = (cardId: string, surfaceId: string, fields: Partial<PersonFields>) => ({
  ...nobody,
  cardId,
  surfaceId,
  ...fields,
})

/** Made-up people of a site that has been in use for a while: 6 users with cards, 8 pending invitations. */
export const demoPeople: readonly PersonFields[] = [
  handedOut('04A1B2C3D4E580', '0001872', {
    firstName: 'Ines',
    lastName: 'Okonkwo',
    organization: 'Northgate Facilities',
  }),
  handedOut('3D9A4C17', '0001873', {
    firstName: 'Bram',
    lastName: 'van Dijk',
    organization: 'Northgate Facilities',
    additionalInformation: 'Night shift',
  }),
  handedOut('047719E2B35D80', '0001874', {
    firstName: 'Mirela',
    lastName: 'Popescu',
    organization: 'Clean & Clear Ltd',
  }),
  handedOut('E004015012345678', '', {
    firstName: 'Tomasz',
    lastName: 'Lewandowski',
    organization: 'Lift Service Union',
    additionalInformation: 'Lifts in houses A and C',
  }),
  handedOut('5A0C91E7', '0001876', { firstName: 'Guest card', lastName: 'One' }),
  handedOut('5A0C92B4', '0001877', { firstName: 'Guest card', lastName: 'Two' }),
  invited('aino.virtanen@northgate.example', {
    firstName: 'Aino',
    lastName: 'Virtanen',
    organization: 'Northgate Facilities',
    role: 'regional-admin',
    regionId: demoId('Lindenhof'),
  }),
  invited('j.mueller@lindenhof.example', {
    firstName: 'Jürgen',
    lastName: 'Müller',
    organization: 'Lindenhof Apartments',
    cardId: '04E93A52716C81',
    surfaceId: '0001878',
  }),
  invited('sofia.rossi@lindenhof.example', {
    firstName: 'Sofia',
    lastName: 'Rossi',
    organization: 'Lindenhof Apartments',
  }),
  invited('installer@fastlock.example', {
    firstName: 'Peter',
    lastName: 'Haller',
    organization: 'Fastlock Installations',
    role: 'installer',
  }),
  invited('nguyen.thi.lan@harbour.example', {
    firstName: 'Lan',
    lastName: 'Nguyen',
    organization: 'Harbour Offices',
    cardId: '048F21B7D23A80',
  }),
  invited('omar.haddad@harbour.example', {
    firstName: 'Omar',
    lastName: 'Haddad',
    organization: 'Harbour Offices',
    additionalInformation: 'Garage level 2',
  }),
  invited('reception@harbour.example', { organization: 'Harbour Offices', role: 'account-admin' }),
  invited('elif.kaya@lindenhof.example', {
    firstName: 'Elif',
    lastName: 'Kaya',
    organization: 'Lindenhof Apartments',
  }),
]
