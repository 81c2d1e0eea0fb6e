import type { Area } from '../../app/area.ts'
import { MembersIcon } from '../../ui/display/icons.tsx'

/** Anggota: the list, new ones, one member with the whole relation, and lists that were kept elsewhere before. */
export const membersArea: Area = {
  name: 'members',
  title: ($) => $.app.nav.members,
  icon: MembersIcon,
  screens: [
    {
      path: 'members',
      title: ($) => $.members.title,
      load: () => import('./MembersList.tsx').then(({ MembersList }) => MembersList),
    },
    {
      path: 'members/new',
      title: ($) => $.members.create.title,
      load: () => import('./NewMember.tsx').then(({ NewMember }) => NewMember),
    },
    {
      path: 'members/import',
      title: ($) => $.members.import.title,
      load: () => import('./import/ImportMembers.tsx').then(({ ImportMembers }) => ImportMembers),
    },
    {
      path: 'members/:memberId',
      title: ($) => $.members.title,
      load: () => import('./page/MemberPage.tsx').then(({ MemberPage }) => MemberPage),
      isInner: true,
    },
    {
      path: 'members/:memberId/exit',
      title: ($) => $.leaving.title,
      load: () => import('./exit/ExitMember.tsx').then(({ ExitMember }) => ExitMember),
      isInner: true,
    },
    {
      path: 'members/:memberId/pay-exit',
      title: ($) => $.leaving.payment.title,
      load: () => import('./exit/PayExit.tsx').then(({ PayExit }) => PayExit),
      isInner: true,
    },
    {
      path: 'members/:memberId/edit',
      title: ($) => $.members.edit.title,
      load: () => import('./EditMember.tsx').then(({ EditMember }) => EditMember),
      isInner: true,
    },
  ],
}
