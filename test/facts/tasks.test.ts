import { expect, test } from "vitest";
import { factsOf, local, tasksOf } from "../support/reading.ts";

const parts = (items: string) =>
  tasksOf(items).tasks.map(({ section, leads, cooperates, deadline }) => ({
    section,
    leads: leads.map(({ agency, basis }) => `${local(agency)} ${basis ?? ""}`),
    with: cooperates.map(({ agency }) => local(agency)),
    due: deadline?.to ?? deadline?.recurs ?? null,
  }));

test.each([
  [
    "who leads with whom",
    "1. Sở Y tế chủ trì, phối hợp với Công an tỉnh, các địa phương kiểm tra.",
    [{ section: "II.1", leads: ["so-y-te stated"], with: ["cong-an", "dia-phuong"], due: null }],
  ],
  [
    "those of a list that have something, and with whom they work",
    "1. Sở Y tế phối hợp với UBND các xã có hồ chứa và Công an tỉnh tuần tra; UBND các huyện có đê phối hợp với Sở Nội vụ trực gác.",
    [
      {
        section: "II.1",
        leads: ["so-y-te assigned", "ubnd-cap-huyen assigned"],
        with: ["ubnd-cap-xa", "cong-an", "so-noi-vu"],
        due: null,
      },
    ],
  ],
  [
    "whom an order is given to",
    "1. Đề nghị Hội Nông dân tỉnh vận động hội viên; hoàn thành trước ngày 30/6/2023.",
    [{ section: "II.1", leads: ["hoi-nong-dan assigned"], with: [], due: "2023-06-30" }],
  ],
  [
    "what a head gives to its items",
    "1. Sở Y tế:\n\na) Chủ trì, phối hợp với Sở Nội vụ mở lớp.\n\nb) Cấp thuốc.",
    [
      { section: "II.1.a", leads: ["so-y-te stated"], with: ["so-noi-vu"], due: null },
      { section: "II.1.b", leads: ["so-y-te assigned"], with: [], due: null },
    ],
  ],
  [
    "what a line below gives to the items above",
    "1. Trồng cây\n\n- Lập vườn ươm giống.\n\n- Cấp giống cho dân.\n\n* Đảng ủy Công an tỉnh lãnh đạo thực hiện thường xuyên.",
    [
      { section: "II.1", leads: ["dang-uy-cong-an assigned"], with: [], due: "regular" },
      { section: "II.1", leads: ["dang-uy-cong-an assigned"], with: [], due: "regular" },
    ],
  ],
  [
    "the fields of a line",
    "1. Lập vườn ươm giống cây dược liệu của tỉnh.\n\nĐơn vị chủ trì: Sở Y tế; đơn vị phối hợp: Sở Nội vụ; thời gian hoàn thành: Quý I/2023.",
    [{ section: "II.1", leads: ["so-y-te stated"], with: ["so-noi-vu"], due: "2023-03-31" }],
  ],
  [
    "fields that stand in items of their own",
    "1. Giống cây\n\na) Lập vườn ươm giống cây dược liệu của tỉnh.\n\n- Đơn vị chủ trì: Sở Y tế.\n\n- Thời gian thực hiện: Quý I/2023.\n\n- Sản phẩm: Vườn ươm do UBND tỉnh công nhận.",
    [{ section: "II.1.a", leads: ["so-y-te stated"], with: [], due: "2023-03-31" }],
  ],
  [
    "an item whose fields stand below the next",
    "1. Giống cây\n\na) Chọn đất.\n\nb) Lập vườn ươm.\n\n- Đơn vị chủ trì: Sở Y tế.\n\nc) Bán cây giống.\n\n- Đơn vị chủ trì: Sở Công Thương.",
    [
      { section: "II.1.a", leads: ["so-y-te stated"], with: [], due: null },
      { section: "II.1.b", leads: ["so-y-te stated"], with: [], due: null },
      { section: "II.1.c", leads: ["so-cong-thuong stated"], with: [], due: null },
    ],
  ],
  [
    "a line that speaks of single points",
    "1. Giống cây\n\na) Chọn đất.\n\nb) Lập vườn ươm.\n\nc) Bán cây giống.\n\nPhân công: Sở Y tế chủ trì thực hiện điểm a, điểm b; Sở Công Thương chủ trì, phối hợp với Sở Nội vụ thực hiện điểm c; hoàn thành trước ngày 31/12/2023.",
    [
      { section: "II.1.a", leads: ["so-y-te stated"], with: [], due: "2023-12-31" },
      { section: "II.1.b", leads: ["so-y-te stated"], with: [], due: "2023-12-31" },
      { section: "II.1.c", leads: ["so-cong-thuong stated"], with: ["so-noi-vu"], due: "2023-12-31" },
    ],
  ],
  [
    "a field that says with whom",
    "1. Giống cây\n\na) Lập vườn ươm.\n\n- Cơ quan thực hiện: Sở Y tế chủ trì, phối hợp với UBND các huyện Mường Nhé, Nậm Pồ.",
    [
      {
        section: "II.1.a",
        leads: ["so-y-te stated"],
        with: ["ubnd-huyen-muong-nhe", "ubnd-huyen-nam-po"],
        due: null,
      },
    ],
  ],
  [
    "no order in what says where the money comes from",
    "1. Kinh phí thực hiện Kế hoạch do ngân sách nhà nước bảo đảm.\n\n2. Sở Y tế lập dự toán.",
    [{ section: "II.2", leads: ["so-y-te assigned"], with: [], due: null }],
  ],
  [
    "a line in brackets",
    "1. Giống cây\n\n- Chọn đất.\n\n(Sở Y tế tham mưu, báo cáo Ủy ban nhân dân tỉnh trước ngày 30/9/2023).",
    [{ section: "II.1", leads: ["so-y-te assigned"], with: [], due: "2023-09-30" }],
  ],
  [
    "who provides the money, and who has to spend it well",
    "1. Sở Tài chính bố trí kinh phí; các cơ quan, đơn vị có trách nhiệm sử dụng đúng mục đích. Kinh phí mua cây do Sở Y tế bố trí.",
    [
      {
        section: "II.1",
        leads: ["so-tai-chinh assigned", "co-quan-don-vi assigned", "so-y-te assigned"],
        with: [],
        due: null,
      },
    ],
  ],
  [
    "each that acts behind its semicolon",
    "1. Công an tỉnh báo cáo Bộ Công an; Sở Y tế báo cáo Bộ Y tế.",
    [{ section: "II.1", leads: ["cong-an assigned", "so-y-te assigned"], with: [], due: null }],
  ],
  [
    "nobody where nobody is named",
    "1. Phát huy vai trò của Hội Nông dân tỉnh trong vận động hội viên.",
    [{ section: "II.1", leads: [], with: [], due: null }],
  ],
  [
    "a body that is directed leads nothing",
    "1. Tỉnh ủy lãnh đạo Ủy ban nhân dân tỉnh ban hành chính sách.",
    [{ section: "II.1", leads: ["tinh-uy assigned"], with: [], due: null }],
  ],
])("reads %s", (_what, items, expected) => {
  expect(parts(items)).toEqual(expected);
});

test("an order that names a section gives its body to the tasks there", () => {
  const { tasks } = tasksOf(
    "1. Lập vườn ươm giống.\n\n2. Cấp giống cho dân.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Giao Sở Y tế tổ chức thực hiện nội dung tại khoản 2 Mục II.",
  );
  expect(tasks.map(({ section, leads }) => [section, leads.map(({ agency }) => local(agency))])).toEqual([
    ["II.1", []],
    ["II.2", ["so-y-te"]],
    ["III.1", ["so-y-te"]],
  ]);
});

test("an order of a section by the one whose items stand below", () => {
  const { tasks } = tasksOf(
    "1. Lập vườn ươm giống.\n\n2. Cấp giống cho dân.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế:\n\na) Chủ trì thực hiện các nhiệm vụ nêu tại mục 2 Phần II Kế hoạch này.",
  );
  expect(tasks.map(({ section, leads }) => [section, leads.map(({ agency }) => local(agency))])).toEqual([
    ["II.1", []],
    ["II.2", ["so-y-te"]],
    ["III.1.a", ["so-y-te"]],
  ]);
});

const lines = (items: string) =>
  tasksOf(items).reports.map(({ from, to, via, recurs, deadline }) => [
    from === null ? null : local(from),
    local(to),
    via === null ? null : local(via),
    recurs,
    deadline,
  ]);

test.each([
  [
    "to whom",
    "1. Sở Y tế theo dõi; hằng quý báo cáo Ủy ban nhân dân tỉnh.",
    [["so-y-te", "ubnd", null, "quarterly", null]],
  ],
  [
    "through whom",
    "1. Sở Y tế báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) trước ngày 05/12 hằng năm.",
    [["so-y-te", "ubnd", "so-noi-vu", "yearly", "--12-05"]],
  ],
  [
    "no plan that is sent",
    "1. Sở Y tế căn cứ tình hình của đơn vị để xây dựng kế hoạch thực hiện, gửi về Văn phòng Tỉnh ủy.",
    [],
  ],
  [
    "the leg after a collector",
    "1. Công an tỉnh gửi kết quả về Sở Y tế để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
    [
      ["cong-an", "so-y-te", null, null, null],
      ["so-y-te", "ubnd", null, null, null],
    ],
  ],
  [
    "for whom it is prepared",
    "1. Sở Y tế tham mưu Ủy ban nhân dân tỉnh báo cáo Bộ Y tế.",
    [["ubnd", "bo-y-te", null, null, null]],
  ],
  [
    "the one that is helped",
    "1. Sở Y tế giúp Ban Thường vụ Tỉnh ủy theo dõi; định kỳ báo cáo kết quả.",
    [["so-y-te", "ban-thuong-vu-tinh-uy", null, "regular", null]],
  ],
])("reads reports: %s", (_what, items, expected) => {
  expect(lines(items)).toEqual(expected);
});

test("rows of a table whose outer bars are left out give their bodies and time", () => {
  const table =
    "STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn\nI | Giống cây | | |\n1 | Lập vườn ươm giống bản địa | Sở Y tế | Sở Công Thương | Quý II/2023\n";
  expect(parts(table)).toMatchObject([{ leads: ["so-y-te stated"], with: ["so-cong-thuong"], due: "2023-06-30" }]);
});

test("whom a telegram is sent to has no task", () => {
  const telegram = `ỦY BAN NHÂN DÂN TỈNH LÀO CAI
Số: 7/CĐ-UBND
Lào Cai, ngày 02 tháng 9 năm 2022

CÔNG ĐIỆN
Về việc chủ động ứng phó với mưa lớn

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
- Giám đốc các sở, ngành;
- Chủ tịch UBND các huyện, thị xã.

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Y tế chuẩn bị thuốc men cho các xã bị chia cắt.
`;
  expect(factsOf(telegram).tasks.map(({ leads }) => leads.map(({ agency }) => local(agency)))).toEqual([["so-y-te"]]);
});
