/** A card as a reader shows it: its ATR, its raw answer to GET DATA, the UID it stands for. */
export type CardVector = { card: string; atr: string; answer: string; uid: string }

/** ATRs from pcsc-tools' smartcard_list.txt; UIDs seen in public threads or made up. */
export const cardVectors: readonly CardVector[] = [
  same('MIFARE Classic 1K, 4 bytes', '3B8F8001804F0CA000000306030001000000006A', '8B0D4F49'),
  same('MIFARE Classic 1K, 7 bytes', '3B8F8001804F0CA000000306030001000000006A', '04A3B1C2D3E480'),
  same('MIFARE Classic 4K', '3B8F8001804F0CA0000003060300020000000069', '7FB28F2C'),
  same('NTAG or Ultralight', '3B8F8001804F0CA0000003060300030000000068', '0475AC4A966081'),
  same('type A part 3, no name', '3B8F8001804F0CA000000306030000000000006B', '04112233445580'),
  same('type A part 3, SAK in ATR', '3B8F8001804F0CA00000030603FF88000000001C', '1122EE44'),
  same('FeliCa 212k on an ACR122U', '3B8F8001804F0CA00000030603F011000000008A', '0114B30D2A0A1F21'),
  same('FeliCa by part 3', '3B8F8001804F0CA00000030611003B0000000042', '01100310A412ED23'),
  same('ICODE SLI, E0 first', '3B8F8001804F0CA0000003060B00140000000077', 'E00401082F81D8FC'),
  {
    card: 'ICODE SLI, E0 last',
    atr: '3B8F8001804F0CA0000003060B00140000000077',
    answer: 'FDD8812F080104E09000',
    uid: 'E00401082F81D8FD',
  },
  same('FeliCa that ends in E0', '3B8F8001804F0CA00000030611003B0000000042', '01100310A412EDE0'),
  same('DESFire, 7 bytes', '3B8180018080', '04913A29932680'),
  same('DESFire, random', '3B8180018080', '0824A937'),
  same('DESFire, random at the next tap', '3B8180018080', '080D3523'),
  same('Android HCE', '3B80800101', '083D775E'),
  same('Android, fixed fake UID', '3B80800101', '01020304'),
  same('Apple Pay', '3B888001000000008081710079', '08A1B2C3'),
  same('Visa payWave', '3B8680014449203032567E', '1E9426CB'),
  same('German eID', '3B888001000000000000000009', '0811D2F3'),
  same('MasterCard that says KONA', '3B8680014B4F4E4101020F', '5C12A0B4'),
  same('ISO 14443 triple size', '3B8F8001804F0CA000000306030000000000006B', '04112233445566778899'),
  same('no ATR known', '', '04112233445581'),
]

function same(card: string, atr: string, uid: string): CardVector {
  return { card, atr, answer: `${uid}9000`, uid }
}
