import { expect, test } from "vitest";
import { local, tasksOf } from "../support/reading.ts";

const reportsOf = (items: string) =>
  tasksOf(items).reports.map(({ from, to }) => `${from === null ? "" : local(from)} > ${local(to)}`);

test.each([
  ["what tells of something is a report", "Sở Y tế gửi kết quả về Sở Nội vụ.", ["so-y-te > so-noi-vu"]],
  ["a budget that is sent is none", "Sở Y tế lập dự toán gửi Sở Tài chính.", []],
  ["a head stands for the body", "Sở Y tế báo cáo Bộ trưởng Bộ Y tế.", ["so-y-te > bo-y-te"]],
  [
    "who is told may tell others",
    "Sở Y tế tổng hợp, báo cáo Sở Nội vụ trước ngày 10/12 hằng năm để báo cáo Bộ Nội vụ.",
    ["so-y-te > so-noi-vu", "so-noi-vu > bo-noi-vu"],
  ],
  ["at once, too", "Chi cục Kiểm lâm tuần tra; báo cáo ngay Sở Y tế khi có cháy.", ["chi-cuc-kiem-lam > so-y-te"]],
  ["villages report too", "Các bản, tiểu khu báo cáo về Sở Y tế.", ["ban > so-y-te", "tieu-khu > so-y-te"]],
  ["how it is done stands between", "Sở Y tế báo cáo đột xuất Sở Nội vụ.", ["so-y-te > so-noi-vu"]],
  [
    "the smallest bodies report too",
    "Các tổ dân phố phản ánh, báo cáo tình hình về Sở Y tế.",
    ["to-dan-pho > so-y-te"],
  ],
])("%s", (_what, sentence, expected) => {
  expect(reportsOf(`1. ${sentence}`)).toEqual(expected);
});

test("a heading that says who is the standing body gives the sender", () => {
  const items =
    "1. Sở Y tế - Cơ quan thường trực\n\na) Mở lớp cho cán bộ xã.\n\nb) Tổng hợp, báo cáo Sở Nội vụ hằng quý.\n";
  expect(reportsOf(items)).toEqual(["so-y-te > so-noi-vu"]);
});
