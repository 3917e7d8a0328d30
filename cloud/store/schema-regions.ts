/** What has to be remembered because people and members change regions. */
export type RegionTables = {
  departure: DepartureTable
  /** Which regions hear of an erasure: those in which somebody may have a copy. */
  erasure_region: { account_id: string; region_id: string; seq: number }
  /** Regions that a member was limited to before: their desks may have copies from there. */
  former_region: { account_id: string; person_id: string; region_id: string }
}

/** A record that is of another region now: the tombstone in the feed of the one that it left. */
type DepartureTable = {
  account_id: string
  region_id: string
  record_id: string
  version: number
  /** Feed position, as of a record. */
  seq: number
  at: string
}
