import { z } from 'zod'
import { notFound } from '../api-error.ts'
import type { Operation } from '../operation.ts'
import * as ask from '../operation.ts'
import { operation } from '../operation.ts'
import type { DepartmentRecord } from '../records.ts'
import { reference, wireAddress } from '../wire.ts'

const me = operation(200, z.unknown(), (world) => {
  const { user } = world.catalog
  return {
    data: {
      id: user.id,
      account: reference('account', world.account.id),
      first_name: user.firstName,
      last_name: user.lastName,
      email: user.email,
      email_verification_status: 'confirmed',
      telephones: [{ type: 'phone', number: '+3292980615' }],
      language: user.language,
      function: 'Office manager',
      time_zone: 'Europe/Brussels',
      preferences: { invoiceable: true, historic_time_tracking_limit: null, whitelabeling: false },
      teams: [],
    },
  }
})

function departmentItem(department: DepartmentRecord) {
  return {
    id: department.id,
    name: department.name,
    vat_number: department.vatNumber,
    currency: department.currency,
    emails: [{ type: 'primary', email: department.email }],
    status: department.status,
  }
}

const departmentFilter = ask.filter({
  ids: z.array(ask.uuid),
  status: z.array(z.enum(['active', 'archived'])),
})

/** Knows no paging: every page is the whole list. */
const departments = operation(
  200,
  z.object({ filter: departmentFilter, sort: ask.anySort }),
  (world, { filter }) => ({
    data: [...world.catalog.departments.all()]
      .filter(
        ({ id, status }) =>
          world.ignoreFilters ||
          ((filter?.ids?.includes(id) ?? true) && (filter?.status?.includes(status) ?? true)),
      )
      .map(departmentItem),
  }),
)

const departmentInfo = operation(200, ask.byId, (world, { id }) => {
  const department = world.catalog.departments.get(id)
  if (!department) throw notFound('department')
  return {
    data: {
      ...departmentItem(department),
      address: wireAddress(department.address),
      telephones: [{ type: 'phone', number: department.telephone }],
      website: department.website,
      iban: department.iban,
      bic: department.bic,
      fiscal_regime: null,
    },
  }
})

export const accountOperations: Record<string, Operation> = {
  'users.me': me,
  'departments.list': departments,
  'departments.info': departmentInfo,
}
