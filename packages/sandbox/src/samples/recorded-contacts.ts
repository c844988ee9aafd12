import type { SiaghRow } from '../siagh/siagh-row'

/** The rows of the recorded exchange: the administrator, a person, and an organization that is switched off. */
export const recordedContacts: readonly Partial<SiaghRow>[] = [
  {
    RecordId: '7b0c3a52-1f6e-4d0a-9b57-2a6f0d8c1e01',
    Code: 1,
    AccountPartyCode: null,
    tmpid: '',
    Name: 'مدیر سیستم',
    IsAdminUser: true,
  },
  {
    RecordId: '7b0c3a52-1f6e-4d0a-9b57-2a6f0d8c1e03',
    tmpid: '3',
    Code: 3,
    AccountPartyCode: 5_500_014,
    Name: 'رضا نمونه‌پور',
    NationalCode: '0012345679',
    MobileNo: '09120000003',
    TelNo: '02100000003',
    Email: '',
    Address: 'تهران، خیابان نمونه، پلاک ۳',
    PostalCode: '1234567890',
  },
  {
    RecordId: '7b0c3a52-1f6e-4d0a-9b57-2a6f0d8c1e08',
    Code: 8,
    AccountPartyCode: null,
    Name: 'شركت نمونه گستر',
    NationalCode: '10101234560',
    TelNo: '٠٢١٨٨٠٠٠٠٠٨',
    Address: '',
    IsActive: false,
    TowardType: true,
  },
]
