import { Suspense, lazy } from 'react'
import type { Role } from '../../../core/role.ts'
import { Button } from '../../components/button.tsx'
import '../../components/empty.css'
import '../../components/list.css'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { useEdit } from '../../stores/edit.ts'
import { useUserCards } from '../../stores/user-cards.ts'
import { askUsers, useUsers } from '../../stores/users.ts'
import { useFoundElsewhere } from '../use-found.ts'
import { useShown } from '../use-shown.ts'
import { AttentionPanel } from '../user-invitations/attention-panel.tsx'
import { Pager } from '../user-invitations/pager.tsx'
import { EditUser } from './edit-user.tsx'
import { NoUsers } from './no-users.tsx'
import { UserSearch } from './user-search.tsx'
import './users.css'
import { UsersTable } from './users-table.tsx'

const UserCards = lazy(() => import('./user-cards.tsx'))

/** Everybody who may come and go: registered, or created without email and known by a card. */
export function Users({ by }: { readonly by: Role }) {
  const { query, page, failure } = useUsers()
  const edit = useEdit((editing) => editing.edit)
  const cards = useUserCards(({ open }) => open)
  useFoundElsewhere('users-title')
  useShown('users', page !== null || failure !== null)
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.users.title}</h1>
      <AttentionPanel by={by} />
      <section className="card-box list users" aria-labelledby="users-title">
        <div className="list-head">
          <h2 id="users-title" tabIndex={-1}>
            {t.users.title}
          </h2>
          <UserSearch />
          <Pager name={t.users.pagesAbove} list={{ query, page }} onAsk={askUsers} />
        </div>
        {failure !== null && (
          <Notice kind="bad">
            <div className="banner-line">
              <span>{t.failures[failure.code](failure)}</span>
              <Button onClick={() => askUsers({ ...query })}>{t.users.again}</Button>
            </div>
          </Notice>
        )}
        <div className="table-scroll">
          <UsersTable by={by} />
        </div>
        {page === null && failure === null && <p className="empty">{t.users.loading}</p>}
        {page?.total === 0 && <NoUsers />}
        {page !== null && page.total > 0 && (
          <div className="list-foot">
            <Saved />
            <Pager name={t.users.pagesBelow} list={{ query, page }} onAsk={askUsers} />
          </div>
        )}
        {edit !== null && <EditUser key={edit.row.id} edit={edit} by={by} />}
        {cards !== null && (
          <Suspense fallback={null}>
            <UserCards open={cards} />
          </Suspense>
        )}
      </section>
    </div>
  )
}

function Saved() {
  const saved = useEdit((editing) => editing.saved)
  return (
    <output className="users-saved">
      {saved !== null && (
        <>
          <Icon name="check" />
          {t.users.saved(saved)}
        </>
      )}
    </output>
  )
}
