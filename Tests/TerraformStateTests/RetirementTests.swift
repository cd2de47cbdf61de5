import TerraformState
import Testing

/// How what was taken over leaves Terraform's state.
struct RetirementTests {
    @Test func aBlockThatLeavesAsAWholeIsRemovedByABlock() throws {
        let file = try Self.file
        let retirement = Retirement(of: file.instances.map(\.address), from: file)
        #expect(retirement.blocks == ["module.hr.okta_event_hook.x", "okta_group.y"])
        #expect(retirement.partialBlocks.isEmpty)
        #expect(
            retirement.removedBlocks.first
                == "removed {\n  from = module.hr.okta_event_hook.x\n"
                + "  lifecycle { destroy = false }\n}")
    }

    @Test func ofABlockThatStaysInPartInstancesAreRemovedOnly() throws {
        let file = try Self.file
        let retirement = Retirement(of: [file.instances[1].address], from: file)
        #expect(retirement.blocks.isEmpty)
        #expect(retirement.partialBlocks == ["module.hr.okta_event_hook.x"])
        #expect(
            retirement.stateRemoval == [
                "terraform state rm \\", "  'module.hr.okta_event_hook.x[\"it'\\''s\"]'",
            ])
    }

    @Test func whatIsGoneFromTheOrgLeavesWithItsBlock() throws {
        let file = try Self.file
        let (first, second) = (file.instances[0].address, file.instances[1].address)
        let retirement = Retirement(of: [second], from: file, gone: [first])
        #expect(retirement.blocks == ["module.hr.okta_event_hook.x"])
        #expect(retirement.instances == [second])
    }

    @Test func nothingIsRemovedOfNothing() throws {
        let retirement = Retirement(of: [], from: try Self.file)
        #expect(retirement.isEmpty)
        #expect(retirement.stateRemoval.isEmpty && retirement.removedBlocks.isEmpty)
    }

    @Test func everyLineButTheLastGoesOn() throws {
        let file = try Self.file
        let lines = Retirement(of: file.instances.map(\.address), from: file).stateRemoval
        #expect(lines.map { $0.hasSuffix(" \\") } == [true, true, true, false])
    }

    private static var file: TerraformFile {
        get throws {
            try TerraformFile(
                parsing: Array(
                    """
                    {"version": 4, "resources": [
                      {"module": "module.hr", "mode": "managed", "type": "okta_event_hook",
                       "name": "x", "instances": [
                         {"index_key": "eu", "attributes": {}},
                         {"index_key": "it's", "attributes": {}}]},
                      {"mode": "managed", "type": "okta_group", "name": "y",
                       "instances": [{"attributes": {}}]}
                    ]}
                    """.utf8))
        }
    }
}
