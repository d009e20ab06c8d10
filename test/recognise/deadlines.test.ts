import { expect, test } from "vitest";
import { deadlineOf, timesIn } from "../../src/recognise/deadlines.ts";
import { layout } from "../support/reading.ts";

const time = (source: string, isAlone = false) => {
  const { view } = layout(source);
  const found = deadlineOf(timesIn(view, 0, view.text.length, isAlone), "2016-04-14");
  return found === null ? null : [view.text.slice(found.start, found.end), found.from, found.to, found.recurs];
};

test.each([
  ["làm xong trước ngày 15/6/2024", ["trước ngày 15/6/2024", null, "2024-06-15", null]],
  ["hoàn thành trong quý II-2024", ["trong quý II-2024", "2024-04-01", "2024-06-30", null]],
  ["báo cáo trước ngày 20 hằng tháng", ["trước ngày 20 hằng tháng", null, "---20", "monthly"]],
  ["hằng năm, trước ngày 10-12, gửi", ["hằng năm, trước ngày 10-12", null, "--12-10", "yearly"]],
  ["làm đến hết năm 2026", ["đến hết năm 2026", null, "2026-12-31", null]],
  ["từ tháng 11/2025 đến tháng 6/2026", ["từ tháng 11/2025 đến tháng 6/2026", "2025-11-01", "2026-06-30", null]],
  ["hoàn thành trước quý IV-2026", ["trước quý IV-2026", null, "2026-09-30", null]],
  ["từ quý II/2024 đến hết năm 2025", ["từ quý II/2024 đến hết năm 2025", "2024-04-01", "2025-12-31", null]],
  ["Quý III, IV/2026", ["Quý III, IV/2026", "2026-07-01", "2026-12-31", null]],
  ["giảm số vụ vào cuối năm 2025", ["vào cuối năm 2025", null, "2025-12-31", null]],
  ["định kỳ 6 tháng (trước ngày 20/6) báo cáo", ["định kỳ 6 tháng (trước ngày 20/6)", null, "--06-20", "half-yearly"]],
  ["báo trong vòng 24 giờ kể từ khi nhận được tin", ["trong vòng 24 giờ kể từ khi nhận được tin", null, null, null]],
  ["trình không muộn hơn ngày 15/10/2022", ["không muộn hơn ngày 15/10/2022", null, "2022-10-15", null]],
  ["định kỳ 6 tháng báo cáo", ["định kỳ 6 tháng", null, null, "half-yearly"]],
  ["thường xuyên kiểm tra", ["thường xuyên", null, null, "regular"]],
  ["hoàn thành trong ngày 02/8/2019", ["trong ngày 02/8/2019", null, "2019-08-02", null]],
  ["Thời gian: từ năm 2016 đến năm 2019", ["từ năm 2016 đến năm 2019", "2016-01-01", "2019-12-31", null]],
  ["thu gom rác tại các bãi từ ngày 01/9/2025.", ["từ ngày 01/9/2025", "2025-09-01", null, null]],
  [
    "gửi trong thời hạn 45 ngày kể từ ngày ký ban hành Kế hoạch này",
    ["trong thời hạn 45 ngày kể từ ngày ký ban hành Kế hoạch này", null, "2016-05-29", null],
  ],
  [
    "trả lời chậm nhất 10 ngày làm việc kể từ ngày nhận được hồ sơ",
    ["chậm nhất 10 ngày làm việc kể từ ngày nhận được hồ sơ", null, null, null],
  ],
  ["ra quân trong 10 ngày cuối tháng 02/2017", ["trong 10 ngày cuối tháng 02/2017", "2017-02-19", "2017-02-28", null]],
  ["Trong tuần đầu tháng 6 năm 2017, dọn kênh", ["Trong tuần đầu tháng 6 năm 2017", "2017-06-01", "2017-06-07", null]],
  ["vận hành từ quý III/2017", ["từ quý III/2017", "2017-07-01", null, null]],
  ["mở cổng dữ liệu từ ngày 01/9/2017, bảo đảm an toàn", ["từ ngày 01/9/2017", "2017-09-01", null, null]],
  ["định kỳ ba tháng kiểm tra", ["định kỳ ba tháng", null, null, "quarterly"]],
  ["3 tháng một lần họp giao ban", ["3 tháng một lần", null, null, "quarterly"]],
  ["ra quân trong thượng tuần tháng 5/2017", ["trong thượng tuần tháng 5/2017", "2017-05-01", "2017-05-10", null]],
  ["xong trước hạ tuần tháng 2 năm 2017", ["trước hạ tuần tháng 2 năm 2017", null, "2017-02-20", null]],
  ["tập huấn từ ngày 03 đến ngày 07/8/2017", ["từ ngày 03 đến ngày 07/8/2017", "2017-08-03", "2017-08-07", null]],
  ["mỗi năm hai lần tập huấn", ["mỗi năm hai lần", null, null, "half-yearly"]],
  ["kiểm tra 02 lần/năm", ["02 lần/năm", null, null, "half-yearly"]],
  ["kiểm tra ít nhất 01 lần/quý", ["01 lần/quý", null, null, "quarterly"]],
  [
    "ban hành kế hoạch trong vòng 10 ngày kể từ ngày Chỉ thị này được ban hành",
    ["trong vòng 10 ngày kể từ ngày Chỉ thị này được ban hành", null, "2016-04-24", null],
  ],
  [
    "Phòng Tài chính - Kế hoạch bố trí vốn trong giai đoạn 2017 - 2019",
    ["trong giai đoạn 2017 - 2019", "2017-01-01", "2019-12-31", null],
  ],
  ["chỉ làm hai lần trong đời", null],
  ["thu hồi phí nợ từ sáu tháng trở lên", null],
  ["thống kê hồ sơ nộp từ ngày 01/9/2013, phân loại", null],
  ["sửa 47 phòng học xây trước năm 1990", null],
  ['phát động phong trào "Mỗi tuần một cuốn sách"', null],
])("reads %s", (source, expected) => {
  expect(time(source)).toEqual(expected);
});

test.each([
  "đưa vào kế hoạch hằng năm",
  "chi thường xuyên",
  "kịp thời xử lý",
  "đổi mới quy trình",
  "Quyết định ngày 09 tháng 12 năm 2019",
  "phát triển kinh tế 5 năm, hằng năm của tỉnh",
])("finds none in %s", (source) => {
  expect(time(source)).toBeNull();
});

test.each([
  ["2025 - 2027", ["2025-01-01", "2027-12-31", null]],
  ["Năm 2026", ["2026-01-01", "2026-12-31", null]],
  ["Đến năm 2030", [null, "2030-12-31", null]],
  ["Hằng quý", [null, null, "quarterly"]],
])("reads a cell: %s", (source, expected) => {
  expect(time(source, true)?.slice(1)).toEqual(expected);
});
