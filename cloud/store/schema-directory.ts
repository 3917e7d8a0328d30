/** What access can be given, and what of it is in effect. Booleans are 0 and 1. */
export type DirectoryTables = {
  region: Named
  user_group: Named
  resource: Named & { location: string }
  resource_group: Named & { description: string; schedules: number }
  /** `weekly`: JSON array of core/directory's hours. */
  weekly_schedule: Named & { weekly: string }
  group_member: { account_id: string; record_id: string; group_id: string }
  access_right: AccessRightTable
}

type Named = { account_id: string; id: string; name: string }

export type AccessRightTable = {
  account_id: string
  record_id: string
  id: string
  target_kind: string
  target_id: string
  valid_from: string | null
  valid_until: string | null
  schedule_id: string | null
}
